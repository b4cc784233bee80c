import { escapeHtml } from "./escapeHtml.ts";

const RELATION = / (=|&lt;|&gt;|≤|≥) /g;
const BRACKETED = /(?: )?\[[^[\]]{1,40}\]/g;
const SYMBOL =
  /(?<![\p{L}\p{N}&])(M|SD|SE|F|N|Q|d|k|n|p|r|t|z)(?=(?:\([^()\s]{1,20}\))?\u00a0(?:=|&lt;|&gt;|≤|≥)\u00a0)/gu;

/**
 * A sentence as HTML: escaped, with statistical symbols in italics, and figures that do not break over two lines.
 * @see American Psychological Association (2020), Publication manual (7th ed.), 6.44
 * @example statisticalText("A < B, r(40) = .31") // "A\u00a0&lt;\u00a0B, <i>r</i>(40)\u00a0=\u00a0.31"
 */
export function statisticalText(text: string): string {
  return escapeHtml(text)
    .replace(RELATION, "\u00a0$1\u00a0")
    .replace(/(?<=\*) (?=p\u00a0)/g, "\u00a0")
    .replace(BRACKETED, (interval) => interval.replace(/ /g, "\u00a0"))
    .replace(SYMBOL, "<i>$1</i>");
}
