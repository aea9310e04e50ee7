// Which character or glyph a code of a simple font stands for (ISO 32000-1 annex D), for fonts that a file counts on finding.

import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject } from "pdf-lib";

/** A character, or a glyph by the name that type designers give it. */
export type CodeMeaning = { readonly character: string } | { readonly glyph: string };
export type BuiltIn = "standard" | "symbol" | "dingbats";

/** From 0x21 and from 0xA1 on; blanks stand where there is no character. */
const SYMBOL = [
  "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
  "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐—↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
] as const;
const DINGBATS = [
  "✁✂✃✄☎✆✇✈✉☛☞✌✍✎✏✐✑✒✓✔✕✖✗✘✙✚✛✜✝✞✟✠✡✢✣✤✥✦✧★✩✪✫✬✭✮✯✰✱✲✳✴✵✶✷✸✹✺✻✼✽✾✿❀❁❂❃❄❅❆❇❈❉❊❋●❍■❏❐❑❒▲▼◆❖◗❘❙❚❛❜❝❞",
  "❡❢❣❤❥❦❧♣♦♥♠①②③④⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏➐➑➒➓➔→↔↕➘➙➚➛➜➝➞➟➠➡➢➣➤➥➦➧➨➩➪➫➬➭➮➯ ➱➲➳➴➵➶➷➸➹➺➻➼➽➾",
] as const;
const STANDARD = [
  '!"#$%&’()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_‘abcdefghijklmnopqrstuvwxyz{|}~',
  "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß",
] as const;

/** Names of the dingbats, after their "a", in the order of the tables above; two stand for all between them. */
const DINGBAT_NAMES = [
  "1 2 202 3-5 119 118 117 11-16 105 17-28 6-10 29-74 203 75 204 76-79 81-84 97-100",
  "101-104 106-108 112 111 110 109 120-161 163 164 196 165 192 166-173 162 174-179 193 180 199 181 200 182 0 201 183 184 197 185 194 198 186 195 187-191",
] as const;

/** What the codes stand for: the font's encoding with its differences over what is built in. */
export function readEncoding(font: PDFDict, builtIn: BuiltIn): (code: number) => CodeMeaning | null {
  const encoding = font.lookup(PDFName.of("Encoding"));
  const base = baseOf(
    encoding instanceof PDFDict ? encoding.lookup(PDFName.of("BaseEncoding")) : encoding,
    builtIn,
  );
  const differences = readDifferences(encoding);
  return (code) => {
    const name = differences.get(code);
    if (name !== undefined) return (builtIn === "dingbats" && dingbatsByName().get(name)) || byName(name);
    const character = base(code);
    return character === "" ? null : { character };
  };
}

function baseOf(name: PDFObject | undefined, builtIn: BuiltIn): (code: number) => string {
  if (builtIn === "symbol") return (code) => fromTable(SYMBOL, code);
  if (builtIn === "dingbats") return (code) => fromTable(DINGBATS, code);
  switch (name instanceof PDFName ? name.decodeText() : "") {
    case "WinAnsiEncoding":
      return winAnsi;
    case "MacRomanEncoding":
      return (code) => decodeOctet("macintosh", code);
    default:
      return (code) => fromTable(STANDARD, code);
  }
}

/** §D.2: what the code page leaves open is a bullet. */
function winAnsi(code: number): string {
  const character = decodeOctet("windows-1252", code);
  return /[\u0080-\u009f\u007f]/u.test(character) ? "•" : character;
}

function decodeOctet(codePage: string, code: number): string {
  return code < 0x20 ? "" : new TextDecoder(codePage).decode(Uint8Array.of(code));
}

function fromTable([low, high]: readonly [string, string], code: number): string {
  if (code === 0x20) return " ";
  const found = code >= 0xa1 ? [...high][code - 0xa1] : [...low][code - 0x21];
  return found === undefined || found === " " ? "" : found;
}

function readDifferences(encoding: PDFObject | undefined): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const list = encoding instanceof PDFDict ? encoding.lookup(PDFName.of("Differences")) : undefined;
  if (!(list instanceof PDFArray)) return names;
  let code = 0;
  for (const [index] of list.asArray().entries()) {
    const entry = list.lookup(index);
    if (entry instanceof PDFNumber) code = entry.asNumber();
    else if (entry instanceof PDFName) names.set(code++, entry.decodeText());
  }
  return names;
}

let dingbats: ReadonlyMap<string, CodeMeaning> | undefined;

function dingbatsByName(): ReadonlyMap<string, CodeMeaning> {
  dingbats ??= new Map(
    DINGBAT_NAMES.flatMap((names, half) => {
      const characters = [...(DINGBATS[half] ?? "")];
      return numbersIn(names).map(
        (number, index) => [`a${number}`, { character: characters[index] ?? "" }] as const,
      );
    }),
  );
  return dingbats;
}

function numbersIn(ranges: string): readonly number[] {
  return ranges.split(" ").flatMap((range) => {
    const [first = 0, last = first] = range.split("-").map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

function byName(name: string): CodeMeaning | null {
  if (name === ".notdef") return null;
  const digits = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$/.exec(name);
  const point = Number.parseInt(digits?.[1] ?? digits?.[2] ?? "", 16);
  return point > 0 && point <= 0x10ffff ? { character: String.fromCodePoint(point) } : { glyph: name };
}
