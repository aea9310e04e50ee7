import { expect, test } from "vitest";
import { makeSite } from "../test-site/site.ts";
import { contentDisposition, sendAttachment, sendPdf } from "./attachment.ts";

test("a file goes out as a file, in a policy of its own", async () => {
  const { app } = makeSite();
  app.get("/", (c) =>
    sendAttachment(c, new TextEncoder().encode("<script>"), {
      filename: "a.html",
      type: "text/html",
      size: 8,
    }),
  );
  const answer = await app.request("/");
  expect(answer.headers.get("Content-Disposition")).toBe(
    `attachment; filename="a.html"; filename*=UTF-8''a.html`,
  );
  expect(answer.headers.get("Content-Security-Policy")).toBe("default-src 'none'; sandbox");
  expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(answer.headers.get("Content-Length")).toBe("8");
});

test("a PDF is shown in place, may run and load nothing, and stays in no cache", async () => {
  const { app } = makeSite();
  app.get("/", (c) => sendPdf(c, new Blob(["%PDF-1.7"]).stream(), 8));
  const answer = await app.request("/");
  expect(answer.headers.get("Content-Type")).toBe("application/pdf");
  expect(answer.headers.get("Content-Disposition")).toBe("inline");
  expect(answer.headers.get("Content-Security-Policy")).toMatch(/^default-src 'none'; (?!.*script-src)/);
  expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
  expect(await answer.text()).toBe("%PDF-1.7");
});

test.each([
  ["Łease ő.pdf", `attachment; filename="_ease o.pdf"; filename*=UTF-8''%C5%81ease%20%C5%91.pdf`],
  ['a"b%.txt', `attachment; filename="a_b_.txt"; filename*=UTF-8''a%22b%25.txt`],
  [
    "a\r\nSet-Cookie: x=1.txt",
    `attachment; filename="a__Set-Cookie: x=1.txt"; filename*=UTF-8''a__Set-Cookie%3A%20x%3D1.txt`,
  ],
  ["../x\\y.txt", `attachment; filename=".._x_y.txt"; filename*=UTF-8''.._x_y.txt`],
  ["it's (1)*.txt", `attachment; filename="it's (1)*.txt"; filename*=UTF-8''it%27s%20%281%29%2A.txt`],
  ["\ud800.txt", `attachment; filename="_.txt"; filename*=UTF-8''%EF%BF%BD.txt`],
])("%j cannot break out of its header", (name, header) => {
  expect(contentDisposition(name)).toBe(header);
});
