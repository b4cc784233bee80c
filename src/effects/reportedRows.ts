import { type Problem, refuse, refuseAll } from "../foundation/errors.ts";
import { columnProblem, EFFECT_COLUMN_NAMES, type EffectColumn } from "./effectColumns.ts";
import type { Measure, Reported } from "./measure.ts";
import type { MeasureCode } from "./measures.ts";

/** One row that has all that its measure needs; `row` counts from 0. */
export interface ReportedRow {
  readonly row: number;
  readonly values: Reported;
}

/** The usable rows, out of how many, and how many values were missing. */
export interface ReportedRows {
  readonly rows: readonly ReportedRow[];
  readonly total: number;
  readonly missing: number;
}

type Columns = { readonly [K in EffectColumn]?: Float64Array | undefined };

/**
 * Takes the columns that a measure needs, refuses others, and reads them row by row.
 * @throws effect/columns-lacking, effect/columns-unused; all rows at once: the bounds of the columns; data/too-few
 */
export function reportedRows(measure: Measure, code: MeasureCode, columns: Columns): ReportedRows {
  const needed = measure.columns;
  refuseColumns(needed, code, columns);
  const total = columns[needed[0]!]!.length;
  const all = Array.from({ length: total }, (_, row) => ({ row, values: rowOf(columns, needed, row) }));
  refuseAll(all.flatMap((row) => problemsOf(measure, row)));
  const complete = all.filter(({ values }) => needed.every((name) => !Number.isNaN(values[name])));
  if (complete.length === 0) refuse("data/too-few", { needed: 1, unit: "effects", found: 0 });
  refuseAll(complete.filter(({ values }) => !(measure.possible?.(values) ?? true)).map((row) => impossible(row, code)));
  const missing = all.flatMap(({ values }) => needed.filter((name) => Number.isNaN(values[name]))).length;
  return { rows: complete, total, missing };
}

function refuseColumns(needed: readonly EffectColumn[], measure: MeasureCode, columns: Columns): void {
  const given = EFFECT_COLUMN_NAMES.filter((name) => columns[name] !== undefined);
  const lacking = needed.filter((name) => !given.includes(name)).join(", ");
  if (lacking !== "") refuse("effect/columns-lacking", { measure, needed: needed.join(", "), lacking });
  const unused = given.filter((name) => !needed.includes(name)).join(", ");
  if (unused !== "") refuse("effect/columns-unused", { measure, needed: needed.join(", "), unused });
}

const NOTHING_REPORTED = Object.fromEntries(EFFECT_COLUMN_NAMES.map((name) => [name, Number.NaN])) as Reported;

function rowOf(columns: Columns, needed: readonly EffectColumn[], row: number): Reported {
  const reported: Record<EffectColumn, number> = { ...NOTHING_REPORTED };
  for (const name of needed) reported[name] = columns[name]![row]!;
  return reported;
}

function problemsOf({ columns, above }: Measure, { row, values }: ReportedRow): Problem[] {
  return columns
    .map((name) => columnProblem(name, values[name], row + 1, above?.[name]))
    .filter((problem) => problem !== null);
}

function impossible({ row }: ReportedRow, measure: MeasureCode): Problem {
  return { code: "effect/impossible-row", values: { measure }, location: { row: row + 1 } };
}
