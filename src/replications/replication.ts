import type { ColumnName } from "../foundation/glossary.ts";
import type { Text } from "../foundation/phrases.ts";
import type { Note } from "../foundation/result.ts";
import type { Row } from "../foundation/row.ts";

/** A table of a replication: rows as they are, the columns to show, and what must be said with them. */
export interface ReplicationTable {
  readonly title: Text;
  readonly columns: readonly ColumnName[];
  readonly rows: readonly Row[];
  readonly notes: readonly Note[];
}

/** A published analysis re-run: what was published, what comes out, side by side. */
export interface Replication {
  readonly id: string;
  readonly title: Text;
  readonly citation: string;
  readonly tables: readonly ReplicationTable[];
  /** Rows for a forest plot, with the label of its axis. */
  readonly forest: { readonly rows: readonly Row[]; readonly measure: Text };
}

/** A figure as it was printed. */
export interface PrintedFigure {
  readonly term: string;
  /** null when it was not printed, and is only computed here. */
  readonly published: number | null;
  readonly decimals: number;
  readonly source: string | null;
}

/**
 * A printed figure beside what comes out, and whether the one is the other rounded.
 * @param computed null when it cannot be computed
 * @example comparisonRow({ term: "Q", published: 35.85, decimals: 2, source: null }, 35.8295).withinRounding // false
 */
export function comparisonRow({ term, published, decimals, source }: PrintedFigure, computed: number | null): Row {
  if (published === null || computed === null) return { term, published, computed, difference: null, withinRounding: null, source }; // biome-ignore format: one row
  const difference = computed - published;
  const half = 0.5 * 10 ** -decimals;
  return { term, published, computed, difference, withinRounding: Math.abs(difference) <= half * (1 + 1e-9), source };
}
