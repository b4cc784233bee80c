import { confidenceLabel, labelOf, type Labels, numberOf, predictionLabel } from "../charts/chart.ts";
import { formatCell, formatInterval, formatPValue } from "../foundation/format.ts";
import { type ColumnName, GLOSSARY, type Shown } from "../foundation/glossary.ts";
import { type Language, sentence } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";

export interface SentenceOptions {
  readonly language: Language;
  readonly labels?: Labels;
  readonly confidenceLevel?: number;
}

const SIGNIFICANT = 0.05;

/**
 * A correlation in APA style. Direction is named only when p, corrected where it was, is below .05.
 * @param row `term`, `with`, `r`, and where known `df`, `n`, `lower`, `upper`, `pValue`, `adjustedPValue`
 * @param options language, labels of the two variables
 * @returns one sentence; what the row does not hold is left out
 * @see American Psychological Association (2020), Publication manual (7th ed.), 6.43-6.44
 * @example correlationSentence({ term: "talk", with: "grade", r: 0.31, df: 317, lower: 0.21, upper: 0.4, pValue: 1e-8 }, { language: "en" }) // "talk and grade were positively correlated, r(317) = .31, 95% CI [.21, .40], p < .001."
 */
export function correlationSentence(row: Row, options: SentenceOptions): string {
  const { language, labels } = options;
  const r = numberOf(row.r);
  const df = numberOf(row.df);
  const p = numberOf(row.adjustedPValue) ?? numberOf(row.pValue);
  const figures = listed([
    r === null ? null : `r${df === null ? "" : `(${shownCell(df, "degrees", language)})`} = ${shownCell(r, "coefficient", language)}`,
    interval(row, "coefficient", options),
    probability(row, language),
    df === null ? figure(row, "n", language) : null,
  ]);
  const values = { a: labelOf(row.term, labels), b: labelOf(row.with, labels), figures };
  if (r === null || p === null) return capital(sentence("apa-reported", values, language));
  if (p >= SIGNIFICANT) return capital(sentence("apa-unclear", values, language));
  return capital(sentence(r > 0 ? "apa-positive" : "apa-negative", values, language));
}
