/** Widths of Helvetica's glyphs in thousandths of the font size; Arial and Liberation Sans share them. */
const WIDTHS: readonly (readonly [number, string])[] = [
  [222, "'ijl‘’"],
  [278, " \u00a0!,./:;I[\\]ft·"],
  [333, "()-`r“”{}"],
  [389, "*"],
  [469, "^"],
  [500, "Jckvxyz"],
  [556, '"#$0123456789?L_abdeghnopqu–τα'],
  [584, "+<=>~−±"],
  [611, "FTZ"],
  [667, "&ABEKPSVXY"],
  [722, "CDHNRUw"],
  [778, "GOQ"],
  [833, "Mm"],
  [889, "%"],
  [944, "W"],
  [1000, "—…"],
];

const GLYPHS: ReadonlyMap<string, number> = new Map(
  WIDTHS.flatMap(([width, glyphs]) => [...glyphs].map((glyph): [string, number] => [glyph, width])),
);

const UNKNOWN = 667;
const WIDE = 1000;
const BOLD = 1.08;

/**
 * How wide a text is drawn in the charts' font, so that columns of text do not overlap and nothing is cut off.
 * A browser measures by itself; this is for laying out a chart without one, and for drawing outside a browser.
 * @param text one line
 * @param size font size in pixels
 * @param bold bold letters are about 8% wider
 * @returns pixels; accents do not count, an unknown letter counts as a wide one
 * @see Adobe Font Metrics of Helvetica (widths of the glyphs)
 * @example textWidth("[.10, .25]", 10) // 38.92
 */
export function textWidth(text: string, size: number, bold = false): number {
  let thousandths = 0;
  for (const glyph of text.normalize("NFD")) thousandths += glyphWidth(glyph);
  return (thousandths * size * (bold ? BOLD : 1)) / 1000;
}

function glyphWidth(glyph: string): number {
  if (/\p{M}/u.test(glyph)) return 0;
  return GLYPHS.get(glyph) ?? (glyph.codePointAt(0)! >= 0x2e80 ? WIDE : UNKNOWN);
}

/** The width of the widest text; 0 without texts. */
export function widest(texts: readonly string[], size: number, bold = false): number {
  return texts.reduce((most, text) => Math.max(most, textWidth(text, size, bold)), 0);
}
