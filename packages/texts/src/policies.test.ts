import { createHash } from "node:crypto";
import { LANGUAGES } from "@posthorn/domain";
import type { Language } from "@posthorn/domain";
import { expect, test } from "vitest";
import { POLICY_HISTORY, POLICY_NAMES, policyText, textsFor } from "./index.ts";

/** What was published. A text that must change becomes a new version with a digest of its own; none here is ever changed. */
const PUBLISHED: Readonly<Record<string, string>> = {
  "accessibility/1 de": "57d9d0ae3e9676c9002c83c1a469b2f9aa1b87dcf2845bed8c59fded88b5a605",
  "accessibility/1 en": "b1a28c15f2f7abdf5fbac1b8ca21a3ef10ce0ce79a4a042aa4ea45ea57bafb86",
  "accessibility/1 fr": "99057e83a386a048aec25506bdd49d2e3b26139ff50d50ef7fd9f4cc1cee8b4f",
  "accessibility/1 nl": "4b5545a400d583f4cf47bf902357b2114a20402cd0baa320a2700c99a835ba75",
  "electronic-delivery/1 de": "c0e9d98a00f7f4c2a51d8d79e2cb389ec7cc24436c5dbe27b08acbf496adc9ab",
  "electronic-delivery/1 en": "242ced7bdbed49c593a43a4feddb5f74910160ff197e96c0bdc14a763709b472",
  "electronic-delivery/1 fr": "0dd5659f0d2055cb01cf8841bd5c1203446b93a32dd342f4d9661e1c27cf110b",
  "electronic-delivery/1 nl": "5117fd0a43df52bf3cfa5a8f0dd4f717a82838ebaeac05a079279d2bb9c8b4dc",
  "practice-statement/1 de": "1800886e6cce2119365251375c9703d7368fdd3c7fbdf32984df47fd2d95e32e",
  "practice-statement/1 en": "c309b1ca481109ca6d7e8629f716cb7ca39324578f33d4bd313bfa661db46d1c",
  "practice-statement/1 fr": "5c06721c4bb01ec19a42f12d4809f3b9e780c56907cc3c3f8737dcbbff85706d",
  "practice-statement/1 nl": "7e6fe75cf5869fa6cef957e1593df5fdaa2ee3438af4b81e05664a2d3aac2d2f",
  "practice-statement/2 de": "ecf82dd6dfb38cc9037353275b6d45076012ee75ffb260c1bc7d7041f10a727c",
  "practice-statement/2 en": "cc879f00576d09d69f41e78d31cb4baac2e8ac1b447219b1b3e521159b3dfe99",
  "practice-statement/2 fr": "b460b3a909ce8a83ba97a2859accbe335aade598f3463da151ff587e346dcea1",
  "practice-statement/2 nl": "d59b5bd3de2174bd74ffcb925e92495e5c1bddc84707669b8a083a9e8f85b06c",
  "privacy/1 de": "bd322745556a82f50102f3d7946fe8f940d8878c9e8d64b5119d87ea6b5c6c5f",
  "privacy/1 en": "da9ece3b83f914a8121f2e386fe15db803012a81e8abd19649f27ef7349a9a70",
  "privacy/1 fr": "08f28e221bf8291a7e64c01abae20e1de5f3dbb09c4b72f9198b0f5bbd59d72b",
  "privacy/1 nl": "d946db3df9c8359fe2b7310e2fae4c7f3cc7414684ad467ec206b690ff1edf96",
  "processor-agreement/1 de": "202aa56683711eb3135e0bc2a884b1419e72292c6bd8c656e0411b32d0ea0f21",
  "processor-agreement/1 en": "79bf4d594b0dea5daa90e1e741753494141cc81cc5ba672311a06685160dcd4f",
  "processor-agreement/1 fr": "855d261c0fdc2f2d1a0c6be0f401afdf106b96ecb3e401771861f36f077a3c1a",
  "processor-agreement/1 nl": "4387a6b2b8ce0abd52eda62fd84f5fb18fb1b9f793af904cd5d2aab781b785bc",
  "terms/1 de": "ce7d8f1a93eddd17d888b562354731081fa6deaabcd6b4ffe0eedfd3fd1c1376",
  "terms/1 en": "fa22a1d13baea079128db32b8bf9c421079b1eb2a018293f709290bbcd987885",
  "terms/1 fr": "ee1f8f4508a40fbc1b5a9e0b0e1665bc737ede5f45038bdc0032a8f54d35b501",
  "terms/1 nl": "01e961dc3ed67ba1a4eeb0949c9e7137751d84184403f5eeeae6575b2047ee76",
};

const everyText = POLICY_NAMES.flatMap((name) =>
  POLICY_HISTORY[name].flatMap(({ version }) =>
    LANGUAGES.map((language) => ({
      name,
      version,
      language,
      text: policyText(language, name, version) ?? "",
    })),
  ),
);

test("what was published stays as it was, byte for byte", () => {
  const digests = Object.fromEntries(
    everyText.map(({ name, version, language, text }) => [
      `${name}/${version} ${language}`,
      createHash("sha256").update(text, "utf8").digest("hex"),
    ]),
  );
  expect(digests).toEqual(PUBLISHED);
});

test("every text is plain, in the form that pages read, and the same in its structure in every language", () => {
  const shape = (language: Language, name: string, version: string) =>
    (policyText(language, name, version) ?? "")
      .split("\n")
      .map((line) => /^(?:# |## \d+\. |- #[\w-]+: |- |$)/.exec(line)?.[0].trim() ?? "text");
  for (const { name, version, language, text } of everyText) {
    expect(text).toBe(text.normalize("NFC"));
    expect(text.endsWith("\n")).toBe(true);
    expect(text).not.toMatch(/\r|\t|[^\S\n]$/m);
    expect(shape(language, name, version), `${name} ${language}`).toEqual(shape("en", name, version));
  }
});

test("the practice statement explains every address that evidence may use", () => {
  const { reason, method, status } = textsFor("en").proof;
  const wanted = [
    ...Object.keys(reason).flatMap((code) => (code.startsWith("own:") ? [`reason-${code.slice(4)}`] : [])),
    ...Object.keys(method).flatMap((name) => {
      const plain = name.replaceAll("+", "-");
      return [`identification-${plain}`, `assurance-${plain}`];
    }),
    ...Object.keys(status).flatMap((name) => (name === "conditional" ? [] : [`status-${name}`])),
  ];
  expect(wanted.length).toBeGreaterThan(20);
  for (const language of LANGUAGES) {
    for (const { version } of POLICY_HISTORY["practice-statement"]) {
      const text = policyText(language, "practice-statement", version) ?? "";
      expect(wanted.filter((anchor) => !text.includes(`\n- #${anchor}: `))).toEqual([]);
    }
  }
});

test.each([
  ["practice-statement", "3"],
  ["terms", "2"],
  ["terms", "constructor"],
  ["toString", "1"],
])("there is no %s/%s", (name, version) => {
  expect(policyText("nl", name, version)).toBeUndefined();
});
