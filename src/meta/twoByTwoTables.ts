import { z } from "zod";
import { type Problem, refuse, refuseAll } from "../foundation/errors.ts";
import { available, type Sample } from "../foundation/result.ts";
import { chiSquareUpper } from "../numeric/chiSquare.ts";
import { labelColumn, numberColumn } from "../table/input.ts";
import type { StudyNames } from "./effectColumns.ts";

/** The columns of 2 x 2 tables: two groups, an outcome that is there or not. */
export const tableColumns = {
  a: numberColumn({ en: "count: first group, outcome present", nl: "aantal: eerste groep, uitkomst aanwezig" }),
  b: numberColumn({ en: "count: first group, outcome absent", nl: "aantal: eerste groep, uitkomst afwezig" }),
  c: numberColumn({ en: "count: second group, outcome present", nl: "aantal: tweede groep, uitkomst aanwezig" }),
  d: numberColumn({ en: "count: second group, outcome absent", nl: "aantal: tweede groep, uitkomst afwezig" }),
  study: labelColumn({ en: "names of the studies", nl: "namen van de studies" }).optional(),
} as const;

/** One study's table with its margins. */
export interface Table {
  readonly study: string;
  /** Row of the data, from 1. */
  readonly row: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly n1: number;
  readonly n2: number;
  readonly n: number;
  readonly present: number;
  readonly absent: number;
}

const CELLS = ["a", "b", "c", "d"] as const;
type Cells = Readonly<Record<(typeof CELLS)[number], Float64Array>>;

/**
 * The complete tables; rows with a missing count are left out.
 * @throws data/outside-range for a count below 0, effect/group-sizes for an empty group, with their rows; data/too-few
 */
export function tablesOf(columns: Cells, names: StudyNames): { tables: Table[]; sample: Sample } {
  refuseAll(CELLS.flatMap((cell) => belowZero(columns[cell], cell)));
  const rows = [...columns.a.keys()].filter((row) => CELLS.every((cell) => !Number.isNaN(columns[cell][row]!)));
  if (rows.length === 0) refuse("data/too-few", { needed: 1, unit: "studies", found: 0 });
  const tables = rows.map((row) => tableOf(columns, row, names));
  refuseAll(
    tables.flatMap(({ n1, n2, row }): Problem[] =>
      n1 > 0 && n2 > 0 ? [] : [{ code: "effect/group-sizes", values: {}, location: { row } }],
    ),
  );
  const missing = CELLS.reduce((sum, cell) => sum + columns[cell].filter((count) => Number.isNaN(count)).length, 0);
  const dropped = columns.a.length - rows.length;
  return { tables, sample: { unit: "study", used: rows.length, dropped, missing } };
}

function belowZero(counts: Float64Array, column: string): Problem[] {
  return [...counts.keys()]
    .filter((row) => counts[row]! < 0)
    .map((row) => ({
      code: "data/outside-range",
      values: { minimum: 0, maximum: "∞" },
      location: { row: row + 1, column },
    }));
}

function tableOf(columns: Cells, row: number, names: StudyNames): Table {
  const [a, b, c, d] = [columns.a[row]!, columns.b[row]!, columns.c[row]!, columns.d[row]!];
  const margins = { n1: a + b, n2: c + d, n: a + b + c + d, present: a + c, absent: b + d };
  return { study: names?.[row] ?? String(row + 1), row: row + 1, a, b, c, d, ...margins };
}

/** Whether the outcome is there in some and absent in others: else a table says nothing of a ratio. */
export function isInformative({ present, absent }: Table): boolean {
  return present > 0 && absent > 0;
}

/** Mean of the first cell, given all margins, when the groups do not differ. */
export function expectedCount({ n1, present, n }: Table): number {
  return n1 * (present / n);
}

/** Its variance: the hypergeometric one. */
export function hypergeometricVariance({ n1, n2, present, absent, n }: Table): number {
  return ((n1 / n) * (n2 / n) * present * absent) / (n - 1);
}

/** What is said of each study, on the scale on which the tables are pooled. */
export const tableEffect = z.strictObject({
  study: z.string(),
  row: z.int(),
  firstShare: z.number(),
  secondShare: z.number(),
  estimate: available,
  samplingVariance: available,
  weight: available,
});

/** Whose table it is, and which share of each group has the outcome. */
export function tablePlace({ study, row, a, c, n1, n2 }: Table) {
  return { study, row, firstShare: a / n1, secondShare: c / n2 };
}

/** Sum over tables. */
export function total(tables: readonly Table[], of: (table: Table) => number): number {
  return tables.reduce((sum, table) => sum + of(table), 0);
}

/** Q with its test, I2 and H2 as in the fixed model. */
export function qFigures(Q: number, dfQ: number) {
  if (dfQ < 1) return { Q, dfQ: Math.max(0, dfQ), pQ: null, I2: null, H2: null };
  return { Q, dfQ, pQ: chiSquareUpper(Q, dfQ), I2: Q > dfQ ? (Q - dfQ) / Q : 0, H2: Q / dfQ };
}
