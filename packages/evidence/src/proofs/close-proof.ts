// The end of a proof as it is set: what it does not prove, the seal with its QR code, and the commands that check it.

import { beside, COLORS, framed, qrCode, sealMark, stack, textBlock, type Block } from "@posthorn/documents";
import type { ProofContent } from "./proof-content.ts";
import { headingText, span, STYLE } from "./proof-style.ts";

export function layLimits({ title, text, effect }: ProofContent["limits"], width: number): Block {
  return stack([
    textBlock([span(`${title} `, STYLE.smallBold), span(text, STYLE.small)], width),
    { ...textBlock([span(effect, STYLE.smallInk)], width), gap: 3 },
  ]);
}

export function laySeal({ title, text, policies, link }: ProofContent["seal"], width: number): Block {
  const padding = 11;
  const markSize = 46;
  const qrSize = 68;
  const textLeft = markSize + 18;
  const inner = width - 2 * padding;
  const textWidth = inner - textLeft - qrSize - 18;
  const texts = stack([
    textBlock([span(`${title} `, STYLE.smallBold), span(text, STYLE.smallInk)], textWidth),
    { ...textBlock([span(policies, { ...STYLE.quiet, size: 7.5 })], textWidth), gap: 4 },
  ]);
  const content = beside(
    [
      { x: 0, block: sealMark(markSize) },
      { x: textLeft, block: texts },
      { x: inner - qrSize, block: qrCode(link, qrSize) },
    ],
    "middle",
  );
  return framed(content, { width, padding, radius: 5, stroke: COLORS.seal });
}

export function layCheck({ title, drop, steps }: ProofContent["check"], width: number): readonly Block[] {
  const padding = 6;
  const lines = steps.flatMap(({ text, commands }): readonly Block[] => [
    { ...textBlock([span(text, STYLE.quiet)], width - 2 * padding), gap: 2 },
    ...commands.map((command) => textBlock([span(command, STYLE.command)], width - 2 * padding)),
  ]);
  return [
    { ...headingText(title, width), gap: 11, keepWithNext: true },
    { ...textBlock([span(drop, STYLE.small)], width), gap: 2, keepWithNext: true },
    { ...framed(stack(lines), { width, padding, radius: 4, fill: COLORS.sunken }), gap: 5 },
  ];
}
