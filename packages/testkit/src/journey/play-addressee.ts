// Plays an addressee without scripts: opens the notice, types the two codes, and does what the pages offer.

import { textsFor } from "@posthorn/texts";
import { createVisitor } from "../visitor/visitor.ts";
import type { Page, Visitor } from "../visitor/visitor.ts";
import type { PostOffice } from "./read-post.ts";
import { waitFor } from "./wait-for.ts";

export interface PlayedAddressee {
  readonly visitor: Visitor;
  /** Follows the link of the latest notice that has come by mail. */
  openNotice(): Promise<Page>;
  /** Asks for two codes on the notice page, and answers the page with the fields for them. */
  askForCodes(notice: Page): Promise<Page>;
  /** The pair that was sent last. */
  readCodes(): Promise<Codes>;
  typeCodes(page: Page, codes: Codes): Promise<Page>;
  /** From the link in the mail to the page after the codes: accept or refuse, or the message where it was collected. */
  identify(): Promise<Page>;
  /** Accepts, and waits for the page with the message. */
  accept(decision: Page): Promise<Page>;
  refuse(decision: Page): Promise<Page>;
  sayNotForMe(notice: Page): Promise<Page>;
  /** What stands behind each download link of the message page, by file name. */
  download(message: Page): Promise<ReadonlyMap<string, Uint8Array>>;
}

export interface Codes {
  readonly email: string;
  readonly sms: string;
}

export interface AddresseeOptions {
  readonly post: PostOffice;
  readonly email: string;
  readonly mobile: string;
  readonly language?: "nl" | "fr" | "de" | "en";
}

export function playAddressee(options: AddresseeOptions): PlayedAddressee {
  const { post, email, mobile, language = "en" } = options;
  const words = textsFor(language).collect;
  const visitor = createVisitor({ language });
  let pairsAsked = 0;

  async function openNotice(): Promise<Page> {
    const isNotice = (mail: { links: readonly string[] }) => mail.links.some(isNoticeLink);
    await post.mailTo(email, { matches: isNotice });
    const link = (await post.mailsTo(email)).findLast(isNotice)?.links.find(isNoticeLink);
    return visitor.open(link ?? "");
  }

  async function askForCodes(notice: Page): Promise<Page> {
    pairsAsked = (await post.textsTo(mobile)).filter(hasCode).length + 1;
    return visitor.press(notice, words.notice.send);
  }

  async function readCodes(): Promise<Codes> {
    const expected = { count: pairsAsked, matches: hasCode };
    const [mail, text] = await Promise.all([post.mailTo(email, expected), post.textTo(mobile, expected)]);
    return { email: mail.codes[0] ?? "", sms: text.codes[0] ?? "" };
  }

  function typeCodes(page: Page, codes: Codes): Promise<Page> {
    return visitor.press(page, words.codes.button, { email: codes.email, sms: codes.sms });
  }

  async function identify(): Promise<Page> {
    const page = await askForCodes(await openNotice());
    return typeCodes(page, await readCodes());
  }

  async function accept(decision: Page): Promise<Page> {
    let page = await visitor.press(decision, words.decide.acceptButton);
    // The page moves on by itself in a browser; without scripts one reloads it.
    return waitFor("the message to open", async () => {
      if (page.text.includes(words.message.title)) return page;
      if (!page.text.includes(words.wait.title))
        throw new Error(`Accepting led to ${page.url} (${page.status}):\n${page.text.slice(0, 800)}`);
      page = await visitor.open(page.url);
      return undefined;
    });
  }

  async function download(message: Page): Promise<ReadonlyMap<string, Uint8Array>> {
    const files = new Map<string, Uint8Array>();
    for (const link of message.document.querySelectorAll("a[href]")) {
      if (
        !(link.textContent ?? "").trim().startsWith(words.message.download) ||
        link.textContent?.includes(words.message.downloadAll)
      )
        continue;
      const answer = await visitor.fetch(new URL(link.getAttribute("href") ?? "", message.url).href);
      if (!answer.ok) throw new Error(`${link.getAttribute("href")} answered ${answer.status}.`);
      files.set(fileNameOf(answer.headers), new Uint8Array(await answer.arrayBuffer()));
    }
    return files;
  }

  return {
    visitor,
    openNotice,
    askForCodes,
    readCodes,
    typeCodes,
    identify,
    accept,
    refuse: (decision) => visitor.press(decision, words.decide.refuseButton),
    async sayNotForMe(notice) {
      return visitor.press(await visitor.follow(notice, words.notice.notForMe), words.notForMe.confirm);
    },
    download,
  };
}

function isNoticeLink(link: string): boolean {
  return /\/l\/[\w-]{43}(\?|$)/.test(link);
}

function hasCode(message: { readonly codes: readonly string[] }): boolean {
  return message.codes.length > 0;
}

/** RFC 6266: the extended name where there is one. */
function fileNameOf(headers: Headers): string {
  const disposition = headers.get("content-disposition") ?? "";
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (extended !== undefined) return decodeURIComponent(extended);
  return /filename="((?:[^"\\]|\\.)*)"/.exec(disposition)?.[1]?.replaceAll(/\\(.)/g, "$1") ?? "";
}
