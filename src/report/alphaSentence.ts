import { numberOf } from "../charts/chart.ts";
import { plainText } from "../charts/plainText.ts";
import { sentence } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { figure, interval, listed, type SentenceOptions } from "./apaFigures.ts";

/**
 * The reliability of a scale in APA style, without a verdict on it.
 * @param row as `cronbachAlpha`'s glance: `alpha`, and where known `lower`, `upper`, `k`, `n`
 * @param scale the scale's name as a reader knows it
 * @param options language, level of the interval
 * @returns one sentence; what the row does not hold is left out
 * @see American Psychological Association (2020), Publication manual (7th ed.), 6.44
 * @example alphaSentence({ alpha: 0.787, k: 6, n: 319 }, "home", { language: "nl" }) // "Cronbachs alfa van home: α = ,79, k = 6, n = 319."
 */
export function alphaSentence(row: Row, scale: string, options: SentenceOptions): string {
  const { language } = options;
  const name = plainText(scale);
  if (numberOf(row.alpha) === null) return sentence("apa-alpha-unavailable", { scale: name }, language);
  const figures = listed([
    figure(row, "alpha", language),
    interval(row, "coefficient", options),
    figure(row, "k", language),
    figure(row, "n", language),
  ]);
  return sentence("apa-alpha", { scale: name, figures }, language);
}
