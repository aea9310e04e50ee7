import { existsSync } from "node:fs";
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AppError } from "@posthorn/domain";
import { startIslandsSite } from "../test-site/islands-site.tsx";
import type { IslandsSite } from "../test-site/islands-site.tsx";

const executablePath = await chromium.executablePath().catch(() => "");
const noBrowser = !existsSync(executablePath);
let browser: Browser | undefined;

beforeAll(async () => {
  // Never the package's own arguments: they switch off what these tests are about.
  if (!noBrowser)
    browser = await playwright.launch({ executablePath, args: ["--no-sandbox", "--headless=shell"] });
}, 60_000);
afterAll(async () => browser?.close());

async function visit(
  act: (page: Page, site: IslandsSite) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const site = await startIslandsSite();
  const context = await browser!.newContext({ locale: "en", ...options });
  const complaints: string[] = [];
  try {
    const page = await context.newPage();
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(site.url);
    await act(page, site);
    // Nothing of a page may run into its own policy.
    expect(complaints.filter((text) => /Content.Security.Policy|Refused to/i.test(text))).toEqual([]);
  } finally {
    await context.close();
    await site.server.close(10);
  }
}

const fileOf = (name: string, size: number) => ({
  name,
  mimeType: "application/pdf",
  buffer: Buffer.alloc(size, name),
});
const row = (page: Page, name: string) => page.locator(".file", { hasText: name });

test.skipIf(noBrowser)(
  "files arrive whole, several at once, and their rows become the server's",
  async () => {
    await visit(async (page, site) => {
      await page.setInputFiles('input[type="file"]', [
        fileOf("Łease 1.pdf", 4_000_000),
        fileOf("b.pdf", 1),
        fileOf("c.pdf", 70_000),
      ]);
      for (const name of ["Łease 1.pdf", "b.pdf", "c.pdf"]) await row(page, name).getByText("kept").waitFor();
      expect(Object.fromEntries(site.files)).toEqual({ "b.pdf": true, "c.pdf": true, "Łease 1.pdf": true });
      await page.getByLabel("Subject").fill("hello");
      await page.getByRole("button", { name: "Send it" }).click();
      await page.waitForURL("**/moved");
      // The files went before; the form does not send them again.
      expect(site.submitted).toEqual(["subject=hello"]);
    });
  },
);

test.skipIf(noBrowser)(
  "what cannot be sent says why; a failure can be tried again; a file can be taken back",
  async () => {
    await visit(async (page, site) => {
      await page.setInputFiles('input[type="file"]', [
        fileOf("empty.pdf", 0),
        fileOf("large.pdf", 5_000_001),
      ]);
      await row(page, "empty.pdf").getByText("This file is empty.").waitFor();
      await row(page, "large.pdf").getByText("The limit is 5 MB for one file.").waitFor();
      expect(await row(page, "large.pdf").getByRole("button", { name: "Try again" }).count()).toBe(0);

      site.failNextUpload = new AppError("unavailable", "content_store_full");
      await page.setInputFiles('input[type="file"]', fileOf("again.pdf", 10));
      await row(page, "again.pdf").getByText("We cannot do this at the moment").waitFor();
      await row(page, "again.pdf").getByRole("button", { name: "Try again" }).click();
      await row(page, "again.pdf").getByText("kept").waitFor();

      site.failNextUpload = new AppError("bad_request", "file_refused", {
        fields: [{ path: "file", code: "invalid" }],
      });
      await page.setInputFiles('input[type="file"]', fileOf("refused.pdf", 10));
      await row(page, "refused.pdf").getByText("Check what you filled in.").waitFor();
      await row(page, "refused.pdf").getByRole("button", { name: "Remove" }).click();
      expect(await row(page, "refused.pdf").count()).toBe(0);
      expect([...site.files.keys()]).toEqual(["again.pdf"]);
    });
  },
);

test.skipIf(noBrowser)("a form waits for its files, and a file under way can be cancelled", async () => {
  await visit(async (page, site) => {
    const gate = Promise.withResolvers<void>();
    site.gate = gate.promise;
    await page.setInputFiles('input[type="file"]', fileOf("slow.pdf", 100));
    await row(page, "slow.pdf").getByText("being checked").waitFor();
    await page.getByRole("button", { name: "Send it" }).click();
    await row(page, "slow.pdf").getByText("Wait until all files have arrived.").waitFor();
    expect(page.url()).toBe(`${site.url}/`);
    await row(page, "slow.pdf").getByRole("button", { name: "Cancel" }).click();
    expect(await row(page, "slow.pdf").count()).toBe(0);
    gate.resolve();
    await page.getByRole("button", { name: "Send it" }).click();
    await page.waitForURL("**/moved");
  });
});

test.skipIf(noBrowser)("a draft is kept as one types, and says when it could not be", async () => {
  await visit(async (page, site) => {
    await page.getByLabel("Subject").fill("Formal notice Ł");
    await page.getByText("Draft kept 1").waitFor();
    expect(site.drafts[0]).toMatchObject({ subject: "Formal notice Ł" });
    await page.route("**/draft", (route) => route.abort());
    await page.getByLabel("Subject").fill("Formal notice 2");
    await page.getByText("not kept").waitFor();
    await page.unroute("**/draft");
    await page.getByText("Draft kept 2").waitFor();
    expect(site.drafts[1]).toMatchObject({ subject: "Formal notice 2" });
  });
});

test.skipIf(noBrowser)(
  "a part of the page renews itself, then leads on; a foreign address is not followed",
  async () => {
    await visit(async (page, site) => {
      await page.getByLabel("Subject").fill("stays");
      await page.getByLabel("Note").fill("half a wo");
      await page.getByLabel("Reason").selectOption("torn");
      await page.locator("a[href='/second']").focus();
      site.state = "collected";
      // Told until heard: the line may open after this.
      const telling = setInterval(() => site.tell({ event: "changed", data: "1" }), 50);
      await page
        .locator("#state-text", { hasText: "collected" })
        .waitFor()
        .finally(() => clearInterval(telling));
      expect(await page.getByLabel("Subject").inputValue()).toBe("stays");
      // So does what was typed and chosen in the part that was renewed.
      expect(await page.getByLabel("Note").inputValue()).toBe("half a wo");
      expect(await page.getByLabel("Reason").inputValue()).toBe("torn");
      // Whoever stood in the part that was renewed stands there still.
      expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("/second");
      await page.getByText("The page was updated.").waitFor({ state: "attached" });
      site.tell({ event: "moved", data: "/moved" });
      await page.waitForURL("**/moved");
    });
  },
);

test.skipIf(noBrowser)("a part that changes no more gets its last content, and its line ends", async () => {
  await visit(async (page, site) => {
    const ended = page.waitForEvent("requestfailed", (request) => request.url().endsWith("/events"));
    site.state = "over";
    const telling = setInterval(() => site.tell({ event: "changed", data: "1" }), 50);
    await page
      .locator("#state-text", { hasText: "over" })
      .waitFor()
      .finally(() => clearInterval(telling));
    await ended;
    expect(await page.locator("[role=status]", { hasText: "The page was updated." }).count()).toBe(1);
  });
});

test.skipIf(noBrowser)(
  "codes are pasted and typed, and lead on; new codes wait for the countdown",
  async () => {
    await visit(async (page) => {
      const resend = page.getByRole("button", { name: "Resend" });
      expect(await resend.isDisabled()).toBe(true);
      await page.getByLabel("Mail code").pressSequentially("418203");
      expect(await page.getByLabel("Mail code").inputValue()).toBe("418 203");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("code_sms");
      await page.evaluate(() => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text", "Your code is 771 204.");
        document.activeElement?.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
        );
      });
      expect(await page.getByLabel("SMS code").inputValue()).toBe("771 204");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Go on");
      await page.getByText("You can do this now.").waitFor();
      expect(await resend.isDisabled()).toBe(false);
    });
  },
);

test.skipIf(noBrowser)("without JavaScript files go with the form, token and cookie included", async () => {
  await visit(
    async (page, site) => {
      await page.setInputFiles('input[type="file"]', [fileOf("a.pdf", 3), fileOf("b.pdf", 2_000_000)]);
      await page.getByRole("button", { name: "Add these files" }).click();
      await page.waitForURL(`${site.url}/`);
      expect([...site.files.keys()]).toEqual(["a.pdf:3", "b.pdf:2000000"]);
    },
    { javaScriptEnabled: false },
  );
});
