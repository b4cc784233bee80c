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
