import type { TopLevelSpec } from "vega-lite";
import type { ApaTable } from "../report/apaTable.ts";

/** What `display` can show: a table, a chart, or a sentence. */
export type Shown = ApaTable | TopLevelSpec | string;

/** Something shown, and the line of the script that showed it. */
export interface Output {
  readonly line: number;
  readonly shown: Shown;
}

export function isTable(shown: Shown): shown is ApaTable {
  return typeof shown === "object" && "body" in shown;
}
