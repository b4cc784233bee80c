import type { Problem } from "../foundation/errors.ts";
import { placeOf } from "../table/fields.ts";
import { categoriesOf, type Table } from "../table/table.ts";
import type { SheetColumns } from "./sheetFormat.ts";

/** The rows (from 0) that count, one per effect, and what keeps us from choosing. */
export interface CountingRows {
  readonly rows: readonly number[];
  /** How many rows of further coders were set aside. */
  readonly setAside: number;
  readonly problems: readonly Problem[];
}

/**
 * One row per effect where effects were coded more than once: that of `useCoder`. An effect coded once counts, whoever
 * coded it. An id that occurs twice without a coder, or twice with the same one, is a mistake.
 */
export function countingRows({ effect, coder, useCoder }: SheetColumns, table: Table): CountingRows {
  const all = Array.from({ length: table.rows }, (_, row) => row);
  if (effect === undefined) return { rows: all, setAside: 0, problems: [] };
  const ids = categoriesOf(table, effect);
  const coders = coder === undefined ? null : categoriesOf(table, coder);
  const chosen = [...byId(ids, all)].map((rows) => chosenOf(rows, coders, useCoder));
  const at = (row: number) => placeOf(table, row, effect);
  return {
    rows: chosen.map(({ row }) => row).sort((a, b) => a - b),
    setAside: table.rows - chosen.length,
    problems: chosen
      .flatMap(({ repeated, unclear }): Problem[] => [
        ...repeated.map(
          ([row, first]): Problem => ({
            code: "data/duplicate-id",
            values: { first: first + 1 },
            location: at(row),
          }),
        ),
        ...unclear.map((row): Problem => ({ code: "coded/which-coder", values: {}, location: at(row) })),
      ])
      .sort((a, b) => a.location!.row! - b.location!.row!),
  };
}

/** Rows with the same id together; a row without an id stands alone. */
function byId(ids: readonly (string | null)[], rows: readonly number[]): Iterable<number[]> {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const key = ids[row] === null ? `row ${row}` : `id ${ids[row]}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups.values();
}

function chosenOf(rows: readonly number[], coders: readonly (string | null)[] | null, useCoder: string | undefined) {
  const coderOf = (row: number) => coders?.[row] ?? null;
  const repeated = rows.flatMap((row, i): [number, number][] => {
    const first = rows.slice(0, i).find((earlier) => coderOf(earlier) === coderOf(row));
    return first === undefined ? [] : [[row, first]];
  });
  const wanted = useCoder === undefined ? undefined : rows.find((row) => coderOf(row) === useCoder);
  const clear = wanted !== undefined || rows.length === repeated.length + 1;
  return { row: wanted ?? rows[0]!, repeated, unclear: clear ? [] : [rows[1]!] };
}
