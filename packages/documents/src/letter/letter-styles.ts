// How text on our own pages of a letter looks: black, whatever the printer can do.

import { hexColor, type Span, type Style } from "../text/style.ts";

export const BLACK = hexColor("#000000");
export const HAIRLINE = hexColor("#8c8c8c");

export type LetterStyles = Readonly<
  Record<"brand" | "title" | "heading" | "body" | "bold" | "small" | "digest" | "link", Style>
>;

/** `scale` below 1 where a page has to hold more than it usually does. */
export function letterStyles(scale = 1): LetterStyles {
  const style = (face: Style["face"], size: number, leading = 1.38): Style => {
    return { face, size: size * scale, color: BLACK, leading };
  };
  return {
    brand: style("serif", 14),
    title: style("serif", 20, 1.2),
    heading: style("serif", 12.5, 1.25),
    body: style("sans", 10.5),
    bold: style("sansBold", 10.5),
    small: style("sans", 9),
    digest: style("mono", 7.4, 1.5),
    link: style("mono", 7.8, 1.45),
  };
}

export function span(text: string, style: Style): Span {
  return { text, style };
}

export function plainStyle(face: Style["face"], size: number): Style {
  return { face, size, color: BLACK, leading: 1.25 };
}
