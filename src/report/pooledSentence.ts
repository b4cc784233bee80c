import { cellText, numberOf, predictionLabel } from "../charts/chart.ts";
import type { Shown } from "../foundation/glossary.ts";
import { type Language, sentence } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { equals, figure, interval, listed, probability, type SentenceOptions, testStatistic } from "./apaFigures.ts";

export interface PooledOptions extends SentenceOptions {
  /** Symbol of the effect, as "r". */
  readonly measure?: string;
  /** "coefficient" writes .25 for what cannot exceed 1. */
  readonly shown?: "number" | "coefficient";
}

/**
 * A pooled effect in APA style: the mean, how much studies differ, and what a new study may find.
 * @param row as `randomEffects`' glance: `estimate`, and where known `k`, `lower`, `upper`, `statistic`, `df`,
 *   `pValue`, `Q`, `tau2`, `I2`, `predictionLower`, `predictionUpper`
 * @param options language, symbol of the measure; `shown: "coefficient"` writes .25
 * @returns one to three sentences; what the row does not hold is left out
 * @see American Psychological Association (2020), Publication manual (7th ed.), 6.43-6.44
 * @example pooledSentence({ estimate: 0.25, lower: 0.2, upper: 0.3, k: 25 }, { language: "nl", measure: "r", shown: "coefficient" }) // "Over 25 effecten is de gepoolde schatting r = ,25, 95%-BI [,20; ,30]."
 */
export function pooledSentence(row: Row, options: PooledOptions): string {
  const { language, shown = "number" } = options;
  const parts = [mean(row, shown, options), heterogeneity(row, language), prediction(row, shown, options)];
  return parts.filter((text) => text !== "").join(" ");
}

function mean(row: Row, shown: Shown, options: PooledOptions): string {
  const { language, measure } = options;
  const [estimate, k] = [numberOf(row.estimate), numberOf(row.k)];
  if (estimate === null) return sentence("apa-pooled-unavailable", {}, language);
  const text = cellText(estimate, shown, { language });
  const figures = listed([
    measure === undefined ? text : equals(measure, text),
    interval(row, shown, options),
    testStatistic(row, language),
    probability(row, language),
  ]);
  if (k === null) return sentence("apa-pooled-plain", { figures }, language);
  return sentence("apa-pooled", { k, figures }, language);
}

function heterogeneity(row: Row, language: Language): string {
  const figures = listed((["Q", "tau2", "I2"] as const).map((column) => figure(row, column, language)));
  return figures === "" ? "" : sentence("apa-heterogeneity", { figures }, language);
}

function prediction(row: Row, shown: Shown, { language, confidenceLevel }: SentenceOptions): string {
  const [low, high] = [numberOf(row.predictionLower), numberOf(row.predictionUpper)];
  if (low === null || high === null) return "";
  const [lower, upper] = [cellText(low, shown, { language }), cellText(high, shown, { language })];
  const label = predictionLabel(confidenceLevel ?? 0.95, language);
  return sentence("apa-prediction", { lower, upper, label }, language);
}
