import { note, notesWhen } from "../foundation/notes.ts";
import type { Note } from "../foundation/result.ts";
import type { PooledTest } from "./poolingOptions.ts";
import type { DescribedColumns } from "./subgroupDescription.ts";
import type { PooledPart } from "./subgroupTests.ts";
import type { TauSquaredMethod } from "./tauSquared.ts";

/** What the notes are about. */
export interface Noted {
  /** Rows in the data, rows with an estimate and a variance, and rows used. */
  readonly total: number;
  readonly complete: number;
  readonly rows: readonly number[];
  readonly shown: readonly PooledPart[];
  readonly settings: {
    readonly tau2: "common" | "separate";
    readonly test: PooledTest;
    readonly method: TauSquaredMethod;
  };
  readonly columns: DescribedColumns;
  readonly correlations: boolean;
}

export function subgroupNotes({ total, complete, rows, shown, settings, columns, correlations }: Noted): Note[] {
  const used = rows.length;
  const singles = shown.filter(({ mean }) => mean.k === 1);
  const narrow = shown.filter(({ mean: { scale2 } }) => scale2 !== null && scale2 > 0 && scale2 < 1);
  const names = narrow.map(({ part }) => part.group).join(", ");
  const known = (values: Float64Array) => rows.filter((row) => !Number.isNaN(values[row]!)).length;
  const knownN = columns.n ? known(columns.n) : used;
  const knownR = correlations ? known(columns.values) : used;
  return [
    ...notesWhen(
      [complete < total, "missing/listwise", { dropped: total - complete, total }],
      [used < complete, "subgroups/missing", { dropped: complete - used, total }],
      [shown.length === 1, "subgroups/one"],
      [settings.test === "knappHartung" && narrow.length > 0, "subgroups/scale-below-one", { groups: names }],
      [settings.tau2 === "common" && singles.length === shown.length, "subgroups/no-common-tau2"],
      [knownN < used, "subgroups/partial-n", { known: knownN, k: used }],
      [knownR < used, "subgroups/partial-r", { known: knownR, k: used }],
    ),
    ...shown.flatMap(({ part: { group }, mean: { k } }) => (k < 3 ? [note("subgroups/few", { group, k })] : [])),
    ...(shown.length > 1 && settings.method !== "FE"
      ? singles.map(({ part: { group } }) => note("subgroups/single", { group }))
      : []),
  ];
}
