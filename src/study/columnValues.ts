import { fieldOf, type Table } from "../table/table.ts";
import type { StudyFile } from "./studyFile.ts";
import { onlyData } from "./studyVariables.ts";

/** How a column of an item or outcome is to be read. */
export interface ColumnRule {
  readonly data: string;
  readonly column: string;
  /** The number of every text. */
  readonly codes: Readonly<Record<string, number>>;
  /** Numbers that stand for no answer. */
  readonly missing: ReadonlySet<number>;
  readonly minimum: number;
  readonly maximum: number;
  /** Whether only whole answers can be given. */
  readonly whole: boolean;
}

/** A column as numbers: NaN is missing. */
export interface ColumnValues {
  readonly values: Float64Array;
  /** Rows (from 0) that hold text that is neither a number nor a declared code. */
  readonly notNumbers: readonly number[];
  /** How many answers had a declared missing code. */
  readonly declaredMissing: number;
}

/** The rule of an item or an outcome, by name; undefined when its data set is not clear. */
export function columnRule(study: StudyFile, section: "items" | "outcomes", name: string): ColumnRule | undefined {
  return section === "items" ? itemRule(study, name) : outcomeRule(study, name);
}

function itemRule(study: StudyFile, name: string): ColumnRule | undefined {
  const item = study.items[name];
  const data = item?.data ?? onlyData(study);
  if (!item || data === undefined) return undefined;
  const scale = study.answerScales[item.answerScale ?? ""];
  return {
    data,
    column: item.column ?? name,
    codes: scale?.codes ?? {},
    missing: missingCodes(study, data, scale?.missing ?? {}),
    minimum: scale?.minimum ?? Number.NEGATIVE_INFINITY,
    maximum: scale?.maximum ?? Number.POSITIVE_INFINITY,
    whole: scale !== undefined,
  };
}

function outcomeRule(study: StudyFile, name: string): ColumnRule | undefined {
  const outcome = study.outcomes[name];
  const data = outcome?.data ?? onlyData(study);
  if (!outcome || data === undefined) return undefined;
  return {
    data,
    column: outcome.column ?? name,
    codes: outcome.codes,
    missing: missingCodes(study, data, outcome.missing),
    minimum: outcome.minimum ?? Number.NEGATIVE_INFINITY,
    maximum: outcome.maximum ?? Number.POSITIVE_INFINITY,
    whole: false,
  };
}

function missingCodes(study: StudyFile, data: string, own: Readonly<Record<string, unknown>>): Set<number> {
  return new Set([...Object.keys(study.data[data]?.missing ?? {}), ...Object.keys(own)].map(Number));
}

/** Reads a column by its rule: codes become numbers, declared missing codes become missing. */
export function columnValues(table: Table, { column, codes, missing }: ColumnRule): ColumnValues {
  const { values, notNumbers } = numbersIn(table, column, codes);
  let declaredMissing = 0;
  const kept = values.map((value) => {
    if (!missing.has(value)) return value;
    declaredMissing += 1;
    return Number.NaN;
  });
  return { values: kept, notNumbers, declaredMissing };
}

function numbersIn(table: Table, column: string, codes: Readonly<Record<string, number>>) {
  const field = fieldOf(table, column);
  if (field.kind === "number") return { values: field.values, notNumbers: [] };
  const numbers = field.levels.map((level) => codes[level.trim()] ?? numberIn(level));
  const values = Float64Array.from(field.codes, (code) => numbers[code] ?? Number.NaN);
  const notNumbers = [...field.codes.keys()].filter((row) => field.codes[row]! >= 0 && Number.isNaN(values[row]!));
  return { values, notNumbers };
}

/** A text that is a number all the same, with a decimal point or comma. */
function numberIn(text: string): number {
  return /^\s*-?\d+([.,]\d+)?\s*$/.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
}

/** Whether an answer can be given; missing always can. */
export function isPossible(value: number, { minimum, maximum, whole }: ColumnRule): boolean {
  if (Number.isNaN(value)) return true;
  return value >= minimum && value <= maximum && (!whole || Number.isInteger(value));
}
