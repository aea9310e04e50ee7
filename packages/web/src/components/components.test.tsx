// @vitest-environment jsdom
import { expect, test } from "vitest";
import { NAMED_ASSETS } from "../test-site/site.ts";
import { Button } from "./button.tsx";
import { Card } from "./card.tsx";
import { Checkbox, Choices } from "./choices.tsx";
import { CodeField, codeDigits } from "./code-field.tsx";
import { Countdown } from "./countdown.tsx";
import { DropZone } from "./drop-zone.tsx";
import { ErrorSummary, errorAt } from "./error-summary.tsx";
import { Field } from "./field.tsx";
import { FileRow } from "./file-row.tsx";
import type { Markup } from "./markup.ts";
import { Pagination } from "./pagination.tsx";
import { StateBar } from "./state-bar.tsx";
import { Table } from "./table.tsx";
import { Track } from "./track.tsx";

async function show(markup: Markup): Promise<HTMLElement> {
  const page = new DOMParser().parseFromString(`<body>${(await markup).toString()}</body>`, "text/html");
  return page.body;
}

const text = (element: Element | null | undefined): string =>
  (element?.textContent ?? "").replaceAll(/\s+/g, " ").trim();

/** The words an element points to, as a screen reader would add them. */
const described = (root: HTMLElement, element: Element | null): string =>
  (element?.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .map((id) => text(root.ownerDocument.getElementById(id)))
    .join(" ");

test("a field keeps its value, and label, hint and error belong to it", async () => {
  const root = await show(
    <Field
      language="en"
      name="addressees.0.mobile"
      label="Mobile"
      value={'0470 "12" <34>'}
      hint="With country."
      error="2 digits are missing."
      type="tel"
    />,
  );
  const input = root.querySelector("input");
  expect(input?.labels?.[0]?.textContent).toBe("Mobile");
  expect(input?.value).toBe('0470 "12" <34>');
  expect(input?.getAttribute("aria-invalid")).toBe("true");
  expect(described(root, input)).toBe("With country. Error: 2 digits are missing.");
});

test("a field without remarks points nowhere, an optional one says so", async () => {
  const root = await show(<Field language="nl" name="box" label="Bus" optional />);
  const input = root.querySelector("input");
  expect(input?.hasAttribute("aria-describedby")).toBe(false);
  expect(input?.hasAttribute("aria-invalid")).toBe(false);
  expect(input?.hasAttribute("aria-required")).toBe(false);
  expect(text(root.querySelector("label"))).toBe("Bus (niet verplicht)");
});

test("a text keeps its lines to the letter, a first empty one included, and cannot break out", async () => {
  for (const value of ["\nDear </textarea><b>Jan</b>,\n\n  indented", "plain", ""]) {
    const root = await show(<Field language="en" name="text" label="Text" type="textarea" value={value} />);
    expect(root.querySelector("textarea")?.value).toBe(value);
    expect(root.querySelector("b")).toBeNull();
  }
});

test("a list field shows what was chosen", async () => {
  const options = [
    { value: "nl", label: "Nederlands" },
    { value: "fr", label: "Français" },
  ];
  const root = await show(
    <Field language="en" name="language" label="Language" type="select" value="fr" options={options} />,
  );
  expect(root.querySelector("select")?.value).toBe("fr");
});

test("choices are a group with a name; each says what it means; errors are read out", async () => {
  const options = [
    { value: "codes", label: "Two codes", hint: "Identity not established." },
    { value: "eid", label: "eID" },
  ];
  const root = await show(
    <Choices language="en" name="how" legend="How" options={options} value="eid" error="Make a choice." />,
  );
  expect(text(root.querySelector("fieldset > legend"))).toBe("How");
  expect(described(root, root.querySelector("fieldset"))).toBe("Error: Make a choice.");
  const [codes, eid] = root.querySelectorAll<HTMLInputElement>('input[type="radio"]');
  expect(described(root, codes ?? null)).toBe("Identity not established.");
  expect(eid?.checked).toBe(true);
  const box = await show(<Checkbox language="en" name="consent" label="I agree" error="Make a choice." />);
  expect(described(box, box.querySelector("input"))).toBe("Error: Make a choice.");
  expect(box.querySelector("input")?.checked).toBe(false);
});

test("the summary leads to each field and takes the focus; without errors there is none", async () => {
  const errors = [
    { path: "addressees.0.mobile", code: "mobile_too_short", params: { missing: 2 } },
    { path: "subject", code: "required" },
  ];
  const root = await show(
    <ErrorSummary
      language="fr"
      errors={errors}
      labelOf={(path) => (path === "subject" ? "Objet" : undefined)}
    />,
  );
  const summary = root.querySelector('[role="alert"]');
  expect(text(summary?.querySelector("h2"))).toBe("2 points demandent votre attention");
  expect([...root.querySelectorAll("a")].map((link) => [link.getAttribute("href"), text(link)])).toEqual([
    ["#addressees.0.mobile", "Il manque 2 chiffres."],
    ["#subject", "Objet : Remplissez ce champ."],
  ]);
  const asked = await show(<ErrorSummary language="fr" errors={errors} labelOf={() => "Quel objet ?"} />);
  expect(text(asked.querySelector("a:last-of-type"))).toBe("Quel objet ? Il manque 2 chiffres.");
  expect(summary?.getAttribute("tabindex")).toBe("-1");
  expect(text(await show(<ErrorSummary language="fr" errors={[]} />))).toBe("");
  expect(errorAt("fr", errors, "subject")).toBe("Remplissez ce champ.");
  expect(errorAt("fr", errors, "body")).toBeUndefined();
});

test("a button acts, a link leads; only what stands aside skips the form's checks", async () => {
  const root = await show(
    <form>
      <Button kind="seal" describedBy="effect">
        Accept
      </Button>
      <Button href="/proof" download icon="download">
        Proof
      </Button>
      <Button formAction="/remove">Remove</Button>
      <Button disabled type="button">
        No
      </Button>
    </form>,
  );
  const [accept, remove, no] = root.querySelectorAll("button");
  expect([
    accept?.type,
    accept?.className,
    accept?.getAttribute("aria-describedby"),
    accept?.formNoValidate,
  ]).toEqual(["submit", "btn seal", "effect", false]);
  expect([remove?.getAttribute("formaction"), remove?.formNoValidate]).toEqual(["/remove", true]);
  expect([no?.type, no?.disabled]).toEqual(["button", true]);
  expect(root.querySelector("a")?.hasAttribute("download")).toBe(true);
  expect(root.querySelector("a svg")?.getAttribute("aria-hidden")).toBe("true");
});

test("the track tells by words what it draws, and marks where one is", async () => {
  const root = await show(
    <Track
      language="de"
      label="Weg der Sendung"
      stations={[
        {
          state: "done",
          title: "Angenommen",
          lines: ["Sa, 21. Nov.", "10.02.14"],
          at: "2026-11-21T09:02:14Z",
        },
        { state: "now", title: "Erinnert", lines: [] },
        { state: "next", title: "Frist endet", lines: ["So, 6. Dez."] },
      ]}
    />,
  );
  expect([...root.querySelectorAll("li b")].map(text)).toEqual([
    "Angenommen (erledigt)",
    "Erinnert (jetzt)",
    "Frist endet (kommt noch)",
  ]);
  expect(root.querySelector('[aria-current="step"]')?.textContent).toContain("Erinnert");
  expect(root.querySelector("time")?.getAttribute("datetime")).toBe("2026-11-21T09:02:14Z");
  expect(root.querySelector("ol")?.getAttribute("aria-label")).toBe("Weg der Sendung");
});

test("a table has a caption, scopes, and its headings in each cell for narrow screens", async () => {
  const root = await show(
    <Table
      caption="Evidence"
      rows={[{ what: "Accepted", size: 2 }]}
      columns={[
        { heading: "What", rowHeading: true, cell: (row) => row.what },
        { heading: "Size", number: true, cell: (row) => String(row.size) },
        { heading: "Proof", hideHeading: true, cell: () => <a href="/p">Proof</a> },
      ]}
    />,
  );
  expect(text(root.querySelector("caption"))).toBe("Evidence");
  expect(root.querySelectorAll('thead th[scope="col"]')).toHaveLength(3);
  expect(text(root.querySelector('tbody th[scope="row"]'))).toBe("Accepted");
  expect([...root.querySelectorAll("td")].map((cell) => cell.dataset["label"])).toEqual(["Size", undefined]);
});

test("a table of short cells is told apart, for the box in which it becomes a list", async () => {
  const columns = [{ heading: "What", cell: (row: string) => row }];
  const boxOf = async (compact: boolean) =>
    (await show(<Table caption="Evidence" rows={["Accepted"]} columns={columns} compact={compact} />))
      .querySelector(".table-box")
      ?.classList.contains("compact");
  expect([await boxOf(true), await boxOf(false)]).toEqual([true, false]);
});

test("the bar of states fills its width and repeats its figures as a list", async () => {
  const root = await show(
    <StateBar
      language="en"
      label="States"
      shares={[
        { label: "Collected", count: 1500, tone: "ok", href: "/c" },
        { label: "Refused", count: 500, tone: "stop" },
        { label: "Posted", count: 0, tone: "plain" },
      ]}
    />,
  );
  expect(
    [...root.querySelectorAll("rect")].map((part) => [part.getAttribute("x"), part.getAttribute("width")]),
  ).toEqual([
    ["0.0", "747.0"],
    ["750.0", "247.0"],
  ]);
  expect([...root.querySelectorAll("li")].map(text)).toEqual(["Collected1,500", "Refused500", "Posted0"]);
  expect(
    (await show(<StateBar language="en" label="States" shares={[]} />)).querySelectorAll("rect"),
  ).toHaveLength(0);
});

test("codes ask the phone to fill them in, and are read with spaces", async () => {
  const root = await show(
    <CodeField
      language="en"
      name="code_sms"
      label="Code from the SMS"
      value="418 203"
      error="Check both."
      below={<Countdown language="en" seconds={42.2} sentence="New codes in {time}" holds="resend" />}
    />,
  );
  const input = root.querySelector("input");
  expect([input?.autocomplete, input?.inputMode, input?.value]).toEqual([
    "one-time-code",
    "numeric",
    "418 203",
  ]);
  expect(described(root, input)).toBe("New codes in 0.43 Error: Check both.");
  expect(codeDigits(" 418\u00a0203 ")).toBe("418203");
  expect(codeDigits("41820")).toBeUndefined();
  expect(codeDigits("41820a")).toBeUndefined();
  expect(text(await show(<Countdown language="en" seconds={-3} sentence="in {time}" />))).toBe(
    "You can do this now.",
  );
});

test("without a script the drop zone is a file field with a button of its own", async () => {
  const root = await show(
    <DropZone
      language="en"
      assets={NAMED_ASSETS}
      uploadPath="/d/1/files"
      fallbackPath="/d/1/form"
      limits={{ files: 20, fileBytes: 1e8, totalBytes: 2.5e8 }}
    >
      <FileRow
        language="en"
        id="a"
        name="<b>.pdf"
        meta="1.8 MB"
        progress={{ value: 1, max: 4 }}
        error="Too large."
        removePath="/d/1/files/a/remove"
      />
    </DropZone>,
  );
  const input = root.querySelector<HTMLInputElement>('input[type="file"]');
  expect([input?.multiple, input?.name]).toEqual([true, "files"]);
  expect(described(root, input)).toBe("up to 20 files, 250 MB together");
  expect(root.querySelector('button[formaction="/d/1/form"]')?.textContent).toBe("Add these files");
  expect(text(root.querySelector(".file b"))).toBe("<b>.pdf");
  expect(root.querySelector("progress")?.getAttribute("aria-label")).toBe("<b>.pdf");
  expect(text(root.querySelector('button[formaction="/d/1/files/a/remove"]'))).toBe("Remove <b>.pdf");
  expect(
    JSON.parse(root.querySelector<HTMLElement>('[data-island="upload"]')?.dataset["words"] ?? ""),
  ).toMatchObject({
    seconds: "{n} s",
    tooLarge: "This file is too large. The limit is 100 MB for one file.",
  });
});

test("pages of a list lead on and back; a single page has none", async () => {
  const root = await show(<Pagination language="nl" next="?after=x" />);
  expect([...root.querySelectorAll("a")].map((link) => [text(link), link.getAttribute("href")])).toEqual([
    ["Volgende pagina", "?after=x"],
  ]);
  expect(text(await show(<Pagination language="nl" />))).toBe("");
});

test("a card with a heading is a region of that name", async () => {
  const root = await show(
    <Card title="Evidence" id="evidence">
      <p>text</p>
    </Card>,
  );
  const region = root.querySelector("section");
  expect(text(root.ownerDocument.getElementById(region?.getAttribute("aria-labelledby") ?? ""))).toBe(
    "Evidence",
  );
});
