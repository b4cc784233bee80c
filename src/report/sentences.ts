import { cellText, confidenceLabel, type Labels, labelOf, numberOf, predictionLabel } from "../charts/chart.ts";
import { levelLabel } from "../charts/heatCells.ts";
import { formatInterval, formatPValue } from "../foundation/format.ts";
import { type ColumnName, GLOSSARY, type Shown } from "../foundation/glossary.ts";
import { type Language, sentence } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";

export interface SentenceOptions {
  readonly language: Language;
  readonly labels?: Labels;
  readonly confidenceLevel?: number;
}

export interface PooledOptions extends SentenceOptions {
  /** Symbol of the effect, as "r". */
  readonly measure?: string;
  readonly shown?: "number" | "coefficient";
}

const SIGNIFICANT = 0.05;

/**
 * A correlation in APA style. Its direction is named only when p, corrected where it was, is below .05.
 * @param row `term`, `with`, `r`, and where known `df`, `n`, `lower`, `upper`, `pValue`, `adjustedPValue`, `level`
 * @param options language, labels of the two variables
 * @returns one sentence; what the row does not hold is left out
 * @see American Psychological Association (2020), Publication manual (7th ed.), 6.43-6.44
 * @example correlationSentence({ term: "talk", with: "grade", r: 0.31, df: 317, lower: 0.21, upper: 0.4, pValue: 1e-8 }, { language: "en" }) // "Talk and grade were positively correlated, r(317) = .31, 95% CI [.21, .40], p < .001."
 */
export function correlationSentence(row: Row, options: SentenceOptions): string {
  const { language, labels } = options;
  const [r, df] = [numberOf(row.r), numberOf(row.df)];
  const symbol = df === null ? "r" : `r(${cellText(df, "degrees", { language })})`;
  const figures = listed([
    equals(symbol, cellText(r, "coefficient", { language })),
    interval(row, "coefficient", options),
    df === null ? figure(row, "n", language) : "",
    probability(row, language),
  ]);
  const values = { a: labelOf(row.term, labels), b: labelOf(row.with, labels), where: where(row, options), figures };
  return capital(sentence(verdict(r, numberOf(row.adjustedPValue) ?? numberOf(row.pValue)), values, language));
}

function verdict(r: number | null, p: number | null) {
  if (r === null || p === null) return "apa-reported";
  if (p >= SIGNIFICANT) return "apa-unclear";
  return r > 0 ? "apa-positive" : "apa-negative";
}

function where({ level }: Row, options: SentenceOptions): string {
  return typeof level !== "string" || level === "total" ? "" : ` (${levelLabel(level, options).toLowerCase()})`;
}

/**
 * The reliability of a scale in APA style, without a verdict on it.
 * @param row as `cronbachAlpha`'s glance: `alpha`, and where known `lower`, `upper`, `k`, `n`
 * @param scale the scale's name as a reader knows it
 * @param options language
 * @returns one sentence; what the row does not hold is left out
 * @see American Psychological Association (2020), Publication manual (7th ed.), 6.44
 * @example alphaSentence({ alpha: 0.787, k: 6, n: 319 }, "home", { language: "nl" }) // "Cronbachs alfa van home: α = ,79, k = 6, n = 319."
 */
export function alphaSentence(row: Row, scale: string, options: SentenceOptions): string {
  const { language } = options;
  const figures = listed([
    figure(row, "alpha", language),
    interval(row, "coefficient", options),
    figure(row, "k", language),
    figure(row, "n", language),
  ]);
  return sentence("apa-alpha", { scale, figures }, language);
}

/**
 * A pooled effect in APA style: the mean, how much studies differ, and what a new study may find.
 * @param row as `randomEffects`' glance: `estimate`, and where known `k`, `lower`, `upper`, `pValue`, `Q`, `tau2`,
 *   `I2`, `predictionLower`, `predictionUpper`
 * @param options language, symbol of the measure; `shown: "coefficient"` writes .25
 * @returns one to three sentences; what the row does not hold is left out
 * @see American Psychological Association (2020), Publication manual (7th ed.), 6.43-6.44
 * @example pooledSentence({ estimate: 0.25, lower: 0.2, upper: 0.3, k: 25 }, { language: "nl", measure: "r", shown: "coefficient" }) // "Over 25 effecten is de gepoolde schatting r = ,25, 95%-BI [,20; ,30]."
 */
export function pooledSentence(row: Row, options: PooledOptions): string {
  const { language, measure, shown = "number" } = options;
  const estimate = cellText(numberOf(row.estimate), shown, { language });
  const figures = listed([
    measure === undefined ? estimate : equals(measure, estimate),
    interval(row, shown, options),
    probability(row, language),
  ]);
  const k = numberOf(row.k);
  const head =
    k === null ? sentence("apa-pooled-plain", { figures }, language) : sentence("apa-pooled", { k, figures }, language);
  return [head, heterogeneity(row, language), prediction(row, shown, options)].filter((text) => text !== "").join(" ");
}

function heterogeneity(row: Row, language: Language): string {
  const figures = listed((["Q", "tau2", "I2"] as const).map((column) => figure(row, column, language)));
  return figures === "" ? "" : sentence("apa-heterogeneity", { figures }, language);
}

function prediction(row: Row, shown: Shown, { language, confidenceLevel }: SentenceOptions): string {
  const [low, high] = [numberOf(row.predictionLower), numberOf(row.predictionUpper)];
  if (low === null || high === null) return "";
  const [lower, upper] = [cellText(low, shown, { language }), cellText(high, shown, { language })];
  return sentence(
    "apa-prediction",
    { lower, upper, label: predictionLabel(confidenceLevel ?? 0.95, language) },
    language,
  );
}

/** "symbol = value" of a column; empty where the row has none. Variances have three decimals. */
function figure(row: Row, column: ColumnName, language: Language): string {
  const style = column === "tau2" ? { language, decimals: 3 } : { language };
  return equals(GLOSSARY[column].label[language], cellText(numberOf(row[column]), GLOSSARY[column].shown, style));
}

function equals(symbol: string, text: string): string {
  return text === "" ? "" : `${symbol} = ${text}`;
}

function interval(row: Row, shown: Shown, { language, confidenceLevel }: SentenceOptions): string {
  const [lower, upper] = [numberOf(row.lower), numberOf(row.upper)];
  if (lower === null || upper === null) return "";
  return `${confidenceLabel(confidenceLevel ?? 0.95, language)} ${formatInterval(lower, upper, { language }, shown)}`;
}

/** p as APA writes it; a corrected p says so. */
function probability(row: Row, language: Language): string {
  const corrected = numberOf(row.adjustedPValue);
  const p = corrected ?? numberOf(row.pValue);
  if (p === null) return "";
  const text = formatPValue(p, language);
  const shown = /^[<>]/.test(text) ? `p ${text}` : `p = ${text}`;
  return corrected === null ? shown : sentence("apa-corrected", { p: shown }, language);
}

function listed(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(", ");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
