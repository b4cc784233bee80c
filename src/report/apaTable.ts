import { confidenceLabel, type Labels, labelOf, predictionLabel } from "../charts/chart.ts";
import { levelLabel } from "../charts/heatCells.ts";
import { formatCell, formatInterval, type NumberStyle } from "../foundation/format.ts";
import { type Column, type ColumnName, GLOSSARY, type Shown } from "../foundation/glossary.ts";
import type { Language } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";

/** A column of a table: one of the glossary, or an interval made of two. */
export interface TableColumn {
  readonly column: ColumnName;
  readonly label?: string;
  readonly decimals?: number;
  readonly shown?: Shown;
  /** Shows `lower` (or `predictionLower`) together with its upper limit, as "[.10, .25]". */
  readonly interval?: boolean;
}

export interface TableInput {
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Row[];
  readonly language: Language;
  readonly number?: number;
  readonly notes?: readonly string[];
  readonly labels?: Labels;
  readonly confidenceLevel?: number;
}

export interface ApaColumn {
  readonly label: string;
  readonly align: "left" | "right" | "center";
  /** A statistical symbol in Latin letters, set in italics. */
  readonly symbol: boolean;
}

/** A table as a reader sees it: texts only. A line of the body in `headings` is a heading over the lines below it. */
export interface ApaTable {
  readonly title: string;
  readonly language: Language;
  readonly number?: number;
  readonly columns: readonly ApaColumn[];
  readonly body: readonly (readonly string[])[];
  readonly headings?: readonly number[];
  readonly notes: readonly string[];
}

/** Variances are small: two decimals would make most of them 0.00. */
const DECIMALS: { readonly [K in ColumnName]?: number } = { tau2: 3, samplingVariance: 3 };
const UPPER: { readonly [K in ColumnName]?: ColumnName } = { lower: "upper", predictionLower: "predictionUpper" };
const LIMITS: readonly ColumnName[] = ["lower", "upper", "predictionLower", "predictionUpper"];

/**
 * Rows as a table in APA style: numbers in the reader's language, no leading zero for what cannot exceed 1, small
 * p-values as "< .001", intervals in one column. Limits are written as the first measured column is.
 * @param input title, columns, rows, notes and language; `labels` name the variables
 * @returns texts only, ready for terminal, Markdown and HTML
 * @see American Psychological Association (2020), Publication manual (7th ed.), 6.36-6.44 and 7.8-7.21
 * @example apaTable({ title: "t", columns: [{ column: "r" }, { column: "lower", interval: true }], rows: [{ r: 0.394, lower: 0.1, upper: 0.6 }], language: "nl" }).body // [[",39", "[,10; ,60]"]]
 */
export function apaTable(input: TableInput): ApaTable {
  const limits = shownOfLimits(input.columns);
  const columns = input.columns.map((column) => ({ shown: shownOf(column, limits), ...column }));
  return {
    title: input.title,
    language: input.language,
    ...(input.number === undefined ? {} : { number: input.number }),
    columns: columns.map((column) => head(column, input)),
    body: input.rows.map((row) => columns.map((column) => cell(row, column, input))),
    notes: input.notes ?? [],
  };
}

type ReadColumn = TableColumn & { readonly shown: Shown };

function shownOf({ column }: TableColumn, limits: Shown): Shown {
  return LIMITS.includes(column) ? limits : GLOSSARY[column].shown;
}

/** Limits belong to what is measured: those of a correlation are written like a correlation. */
function shownOfLimits(columns: readonly TableColumn[]): Shown {
  const measured = columns.find(({ column, shown }) => {
    const own = shown ?? GLOSSARY[column].shown;
    return !LIMITS.includes(column) && (own === "coefficient" || own === "number" || own === "share");
  });
  return measured === undefined ? "number" : (measured.shown ?? GLOSSARY[measured.column].shown);
}

function head(column: ReadColumn, { language, confidenceLevel }: TableInput): ApaColumn {
  const entry: Column = GLOSSARY[column.column];
  const own = column.interval ? intervalHead(column.column, confidenceLevel ?? 0.95, language) : entry.label[language];
  const label = column.label ?? own;
  return { label, align: alignOf(column), symbol: label === entry.symbol && isItalic(label) };
}

function intervalHead(column: ColumnName, level: number, language: Language): string {
  return column === "predictionLower" ? predictionLabel(level, language) : confidenceLabel(level, language);
}

/** Greek letters and abbreviations such as ICC stand upright. */
function isItalic(symbol: string): boolean {
  return /^[A-Za-z]/.test(symbol) && symbol !== "ICC";
}

function alignOf({ interval, shown }: ReadColumn): ApaColumn["align"] {
  if (interval || shown === "flag") return "center";
  return shown === "text" ? "left" : "right";
}

const NAMES: readonly ColumnName[] = ["term", "with", "group", "source", "method"];

function cell(row: Row, { column, interval, shown, decimals }: ReadColumn, input: TableInput): string {
  const digits = decimals ?? DECIMALS[column];
  const style: NumberStyle = { language: input.language, ...(digits === undefined ? {} : { decimals: digits }) };
  const value = row[column];
  if (interval) return intervalCell(value, row[UPPER[column] ?? column], shown, style);
  if (column === "level") return levelLabel(value, input);
  if (NAMES.includes(column) && typeof value === "string") return labelOf(value, input.labels);
  return formatCell(value, shown, style);
}

function intervalCell(lower: Row["lower"], upper: Row["upper"], shown: Shown, style: NumberStyle): string {
  const whole = typeof lower === "number" && typeof upper === "number";
  return whole ? formatInterval(lower, upper, style, shown) : formatCell(null, shown, style);
}
