import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { wrongWithSignature } from "./verify-signature.ts";

// "GET Object" with a Range, of Amazon's documentation of Signature Version 4 for S3 (sig-v4-header-based-auth).
const keys = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  region: "us-east-1",
};
const request = {
  method: "GET",
  target: "/test.txt",
  body: Buffer.alloc(0),
  headers: {
    host: "examplebucket.s3.amazonaws.com",
    range: "bytes=0-9",
    "x-amz-content-sha256": createHash("sha256").digest("hex"),
    "x-amz-date": "20130524T000000Z",
    authorization:
      "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, " +
      "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, " +
      "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
  },
};

test("Amazon's own example is right", () => {
  expect(wrongWithSignature(request, keys)).toBeUndefined();
});

test("whatever is changed in it is found", () => {
  const other = (changed: object) => wrongWithSignature({ ...request, ...changed }, keys);
  const header = (name: string, value: string) => other({ headers: { ...request.headers, [name]: value } });
  expect(other({ method: "DELETE" })).toBe("SignatureDoesNotMatch");
  expect(other({ target: "/test.txt?versioning=" })).toBe("SignatureDoesNotMatch");
  expect(other({ target: "/other.txt" })).toBe("SignatureDoesNotMatch");
  expect(other({ body: Buffer.from("x") })).toBe("XAmzContentSHA256Mismatch");
  expect(header("range", "bytes=0-10")).toBe("SignatureDoesNotMatch");
  expect(header("host", "other.example")).toBe("SignatureDoesNotMatch");
  expect(header("authorization", "")).toBe("AccessDenied");
  expect(wrongWithSignature(request, { ...keys, accessKeyId: "other" })).toBe("InvalidAccessKeyId");
  expect(wrongWithSignature(request, { ...keys, secretAccessKey: "other" })).toBe("SignatureDoesNotMatch");
  expect(wrongWithSignature(request, { ...keys, region: "eu-west-1" })).toBe("SignatureDoesNotMatch");
});
