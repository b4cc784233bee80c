import { type Derivation, STATISTICS } from "../effects/conversion.ts";
import { convertToCorrelation } from "../effects/convertToCorrelation.ts";
import { fisherZ } from "../effects/fisherZ.ts";
import { BetrokkenError, refuse, refuseAll } from "../foundation/errors.ts";
import { placeOf } from "../table/fields.ts";
import { categoriesOf, type Table } from "../table/table.ts";
import type { SheetColumns } from "./sheetFormat.ts";
import { sheetNumbers } from "./sheetNumbers.ts";
import { sheetSigns } from "./sheetSigns.ts";

/** What a step gives. */
export const EXPLAINED = ["r", "varianceR", "turned", "z", "varianceZ", "standardErrorZ"] as const;

/** One step of a derivation: a formula, the same with the figures of the row filled in, and what comes out. */
export interface ExplainedStep {
  readonly what: (typeof EXPLAINED)[number];
  readonly formula: string;
  readonly filled: string;
  readonly value: number;
  readonly source: string | null;
}

/** Where the effect of one row comes from. Plain JSON. */
export interface ExplainedRow {
  readonly source: string;
  readonly row: number;
  readonly line: number | null;
  readonly study: string | null;
  /** The columns that were used, as they stand in the file. */
  readonly typed: readonly { readonly column: string; readonly value: number }[];
  readonly kind: string;
  readonly steps: readonly ExplainedStep[];
  readonly assumptions: Derivation["assumptions"];
}

const COLUMNS = [...STATISTICS, "df", "n", "n1", "n2", "direction"] as const;
type MixedColumn = (typeof COLUMNS)[number];
type Values = Partial<Record<string, number>>;

const FISHER = "Fisher (1921)";

/**
 * How the effect of one row came about: from what was typed to r, Fisher's z and its variance, every step with its
 * formula and source, enough to do it again by hand.
 * @param sheet as parseCodedSheet or bareSheet gives it; columns t, F, chi2, p, d, oddsRatio, beta, df, n1, n2 and
 * direction are found by their names
 * @param table its data, as read
 * @param row counting from 1, without the header
 * @param difference how d becomes r, as in convertToCorrelation
 * @throws option/invalid for a row that is not there; what keeps the row from being converted, in its place
 * @see as convertToCorrelation; Fisher (1921) for z
 */
export function explainRow(
  sheet: SheetColumns,
  table: Table,
  row: number,
  difference: "exact" | "largeSample" = "exact",
): ExplainedRow {
  if (!Number.isInteger(row) || row < 1 || row > table.rows)
    refuse("option/invalid", { option: "row", expected: `1-${table.rows}` });
  const names = columnNames(sheet, table);
  const values = rowValues(names, table, row - 1);
  const effect = converted(values, { table, row, names, difference });
  const { r, n, kind, derivation, samplingVariance } = effect;
  const known = { ...values, n, df: values.df ?? n - 2, r, v_r: samplingVariance, OR: values.oddsRatio };
  const sign = isTurned(sheet, table, row - 1) ? -1 : 1;
  const step = (what: ExplainedStep["what"], formula: string, value: number, source: string | null): ExplainedStep => ({
    ...{ what, formula, filled: filledIn(formula, what === "r" ? { ...known, r: values.r } : known), value, source },
  });
  const place = placeOf(table, row - 1);
  return {
    ...{ source: table.source, row, line: place.line ?? null },
    study:
      sheet.study !== undefined && hasColumn(table, sheet.study) ? categoriesOf(table, sheet.study)[row - 1]! : null,
    typed: derivation.columns.map((column) => ({
      column: names[column as MixedColumn]!,
      value: values[column as MixedColumn]!,
    })),
    kind,
    steps: [
      step("r", derivation.formula, r, derivation.source),
      step("varianceR", derivation.variance, samplingVariance, null),
      ...(sign < 0 ? [step("turned", "-r", -r, null)] : []),
      ...zSteps({ ...known, r: sign * r }, kind),
    ],
    assumptions: derivation.assumptions,
  };
}

/** Fisher's z with its variance: by n for a correlation of two continuous variables, else from the variance of r. */
function zSteps(known: Values & { r: number; n: number; v_r: number }, kind: string): ExplainedStep[] {
  const { r, n, v_r: variance } = known;
  const byN = kind === "correlation";
  const formula = byN ? "1 / (n - 3)" : "v_r / (1 - r^2)^2";
  const value = byN ? 1 / (n - 3) : variance / (1 - r ** 2) ** 2;
  const step = (what: ExplainedStep["what"], text: string, result: number, source: string | null): ExplainedStep => ({
    ...{ what, formula: text, filled: filledIn(text, known), value: result, source },
  });
  const z = step("z", "ln((1 + r) / (1 - r)) / 2", fisherZ(r), FISHER);
  if (byN && n <= 3) return [z];
  const root = { what: "standardErrorZ", formula: "sqrt(v_z)", filled: `sqrt(${figure(value)})` } as const;
  return [
    z,
    step("varianceZ", formula, value, byN ? FISHER : "delta method"),
    { ...root, value: Math.sqrt(value), source: null },
  ];
}

function hasColumn(table: Table, column: string): boolean {
  return table.fields.some(({ name }) => name === column);
}

/** The column of the file for each statistic: r and n as the sheet says, the others by their names in any case. */
function columnNames({ r, n }: SheetColumns, table: Table): Partial<Record<MixedColumn, string>> {
  const entries = COLUMNS.flatMap((column) => {
    const wanted = column === "r" ? r : column === "n" ? n : column;
    const exact = table.fields.find(({ name }) => name === wanted);
    const found = exact ?? table.fields.find(({ name }) => plain(name) === plain(wanted) && wanted.length > 1);
    return found ? [[column, found.name]] : [];
  });
  return Object.fromEntries(entries);
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/g, "");
}

/** The numbers of one row; text in them is refused, in other rows it does not matter here. */
function rowValues(names: Partial<Record<MixedColumn, string>>, table: Table, row: number) {
  const read = Object.entries(names).map(([column, name]) => ({ column, ...sheetNumbers(table, name) }));
  refuseAll(read.flatMap(({ problems }) => problems.filter(({ location }) => location?.row === row + 1)));
  const known = read.flatMap(({ column, values }) => (Number.isNaN(values[row]!) ? [] : [[column, values[row]!]]));
  return Object.fromEntries(known) as Partial<Record<MixedColumn, number>>;
}

interface Place {
  readonly table: Table;
  readonly row: number;
  readonly names: Partial<Record<MixedColumn, string>>;
  readonly difference: "exact" | "largeSample";
}

/** The one row, converted; problems are told where they are in the file. */
function converted(values: Partial<Record<MixedColumn, number>>, { table, row, names, difference }: Place) {
  const place = (column?: string) => placeOf(table, row - 1, column && (names[column as MixedColumn] ?? column));
  if (!STATISTICS.some((name) => values[name] !== undefined))
    refuse("convert/nothing", { known: STATISTICS.join(", ") }, place());
  const data = Object.fromEntries(Object.entries(values).map(([column, value]) => [column, [value]]));
  try {
    return convertToCorrelation(data, { difference }).effects[0]!;
  } catch (error) {
    if (!(error instanceof BetrokkenError)) throw error;
    const [first, ...rest] = error.problems.map((one) => ({ ...one, location: place(one.location?.column) }));
    throw new BetrokkenError([first!, ...rest]);
  }
}

function isTurned(sheet: SheetColumns, table: Table, row: number): boolean {
  return sheet.turnSigns && sheetSigns(sheet, table).reversed[row] === true;
}

const SYMBOLS = /\b(chi2|beta|direction|v_r|OR|n1|n2|df|[tFdpnr])\b/g;

/** A formula with the figures that are known in place of their symbols. */
function filledIn(formula: string, known: Values): string {
  return formula.replaceAll(SYMBOLS, (symbol) => {
    const value = known[symbol];
    return value === undefined ? symbol : figure(value);
  });
}

/** At most seven digits; a negative one in brackets. */
function figure(value: number): string {
  const text = String(Number(value.toPrecision(7)));
  return value < 0 ? `(${text})` : text;
}
