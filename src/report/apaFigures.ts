import { cellText, confidenceLabel, type Labels, numberOf } from "../charts/chart.ts";
import { formatInterval, formatPValue } from "../foundation/format.ts";
import { type ColumnName, GLOSSARY, type Shown } from "../foundation/glossary.ts";
import { type Language, sentence } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";

/** What every APA sentence may be told. */
export interface SentenceOptions {
  readonly language: Language;
  readonly labels?: Labels;
  readonly confidenceLevel?: number;
}

/** "symbol = value" of a column; empty where the row has none. Variances have three decimals. */
export function figure(row: Row, column: ColumnName, language: Language): string {
  const style = column === "tau2" ? { language, decimals: 3 } : { language };
  return equals(GLOSSARY[column].label[language], cellText(numberOf(row[column]), GLOSSARY[column].shown, style));
}

/** "symbol = text"; empty without a text. */
export function equals(symbol: string, text: string): string {
  return text === "" ? "" : `${symbol} = ${text}`;
}

/** The confidence interval with its level: "95% CI [.21, .40]"; empty where a limit is missing. */
export function interval(row: Row, shown: Shown, { language, confidenceLevel }: SentenceOptions): string {
  const [lower, upper] = [numberOf(row.lower), numberOf(row.upper)];
  if (lower === null || upper === null) return "";
  return `${confidenceLabel(confidenceLevel ?? 0.95, language)} ${formatInterval(lower, upper, { language }, shown)}`;
}

/** The test statistic: "t(11) = 5.41", or z where there are no degrees of freedom. */
export function testStatistic(row: Row, language: Language): string {
  const df = numberOf(row.df);
  const symbol = df === null ? "z" : `t(${cellText(df, "degrees", { language })})`;
  return equals(symbol, cellText(numberOf(row.statistic), "number", { language }));
}

/** p as APA writes it; a corrected p says so. */
export function probability(row: Row, language: Language): string {
  const corrected = numberOf(row.adjustedPValue);
  const p = corrected ?? numberOf(row.pValue);
  if (p === null) return "";
  const text = formatPValue(p, language);
  const shown = /^[<>]/.test(text) ? `p ${text}` : `p = ${text}`;
  return corrected === null ? shown : sentence("apa-corrected", { p: shown }, language);
}

/** The figures that are there, with commas between them. */
export function listed(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(", ");
}
