import { cellText, labelOf, numberOf } from "../charts/chart.ts";
import { levelLabel } from "../charts/heatCells.ts";
import { type SentenceCode, sentence } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { equals, figure, interval, listed, probability, type SentenceOptions, testStatistic } from "./apaFigures.ts";

const SIGNIFICANT = 0.05;

/**
 * A correlation in APA style. Its direction is named only when p, corrected where it was, is below .05. Degrees of
 * freedom stand with r where they follow from n; those of a cluster-robust test stand with its t.
 * @param row `term`, `with`, `r`, and where known `df`, `n`, `lower`, `upper`, `statistic`, `pValue`,
 *   `adjustedPValue`, `level`
 * @param options language, labels of the two variables
 * @returns one sentence; what the row does not hold is left out
 * @see American Psychological Association (2020), Publication manual (7th ed.), 6.43-6.44
 * @example correlationSentence({ term: "talk", with: "grade", r: 0.31, df: 317, lower: 0.21, upper: 0.4, pValue: 1e-8 }, { language: "en" }) // "Talk and grade were positively correlated, r(317) = .31, 95% CI [.21, .40], p < .001."
 */
export function correlationSentence(row: Row, options: SentenceOptions): string {
  const values = { a: labelOf(row.term, options.labels), b: labelOf(row.with, options.labels) };
  const where = levelText(row, options);
  const text = sentence(verdict(row), { ...values, where, figures: figuresOf(row, options) }, options.language);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * A sentence for every correlation there is; a hidden or unavailable one has none.
 * @example correlationSentences([{ term: "a", with: "b", r: null }], { language: "nl" }) // []
 */
export function correlationSentences(rows: readonly Row[], options: SentenceOptions): string[] {
  return rows.filter(({ r }) => numberOf(r) !== null).map((row) => correlationSentence(row, options));
}

function verdict(row: Row): SentenceCode {
  const [r, p] = [numberOf(row.r), numberOf(row.adjustedPValue) ?? numberOf(row.pValue)];
  if (r === null) return "apa-unavailable";
  if (p === null) return "apa-reported";
  if (p >= SIGNIFICANT || r === 0) return "apa-unclear";
  return r > 0 ? "apa-positive" : "apa-negative";
}

function figuresOf(row: Row, options: SentenceOptions): string {
  const { language } = options;
  const df = numberOf(row.df);
  const plain = df !== null && !isRobust(row);
  return listed([
    equals(
      plain ? `r(${cellText(df, "degrees", { language })})` : "r",
      cellText(numberOf(row.r), "coefficient", { language }),
    ),
    interval(row, "coefficient", options),
    df !== null && !plain ? testStatistic(row, language) : "",
    probability(row, language),
    plain ? "" : figure(row, "n", language),
  ]);
}

/** Over all rows, degrees of freedom other than n - 2 are those of a cluster-robust test. */
function isRobust({ level, df, n }: Row): boolean {
  return level === "total" && typeof n === "number" && df !== n - 2;
}

function levelText({ level }: Row, options: SentenceOptions): string {
  return typeof level !== "string" || level === "total" ? "" : ` (${levelLabel(level, options).toLowerCase()})`;
}
