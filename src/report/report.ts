import type { TopLevelSpec } from "vega-lite";
import type { Language } from "../foundation/phrases.ts";
import type { ApaTable } from "./apaTable.ts";

/** A heading; level 2 stands in the contents. */
export interface HeadingBlock {
  readonly kind: "heading";
  readonly text: string;
  readonly level?: 2 | 3;
}

export interface TextBlock {
  readonly kind: "text";
  readonly paragraphs: readonly string[];
}

export interface TableBlock {
  readonly kind: "table";
  readonly table: ApaTable;
}

/** A chart with what stands in for it: a description, and its numbers as a table. */
export interface ChartBlock {
  readonly kind: "chart";
  readonly spec: TopLevelSpec;
  readonly title: string;
  readonly description: string;
  readonly number?: number;
  readonly table?: ApaTable;
}

/** What a reader must not miss. */
export interface CalloutBlock {
  readonly kind: "callout";
  readonly tone: "note" | "warning";
  readonly paragraphs: readonly string[];
  readonly title?: string;
}

/** Lines of a program, as they stand. */
export interface CodeBlock {
  readonly kind: "code";
  readonly text: string;
}

/** Text that was written as Markdown, already turned into HTML by whoever trusts it. */
export interface MarkupBlock {
  readonly kind: "markup";
  readonly html: string;
  readonly text: string;
}

export type Block = HeadingBlock | TextBlock | TableBlock | ChartBlock | CalloutBlock | CodeBlock | MarkupBlock;

/** A report before it is written: plain data, already safe to show. `marks` stand at its head, as "Synthetic data". */
export interface Report {
  readonly title: string;
  readonly language: Language;
  readonly subtitle?: string;
  readonly marks: readonly string[];
  readonly blocks: readonly Block[];
}

/**
 * Numbers the tables and the figures of a report in the order in which they stand. Own numbers are kept.
 * @param blocks the report's blocks
 * @returns the same blocks, every table and chart with a number
 * @example numbered([{ kind: "table", table: { title: "t", language: "en", columns: [], body: [], notes: [] } }])[0].table.number // 1
 */
export function numbered(blocks: readonly Block[]): Block[] {
  let tables = 0;
  let figures = 0;
  return blocks.map((block): Block => {
    if (block.kind === "table") {
      tables = block.table.number ?? tables + 1;
      return { ...block, table: { ...block.table, number: tables } };
    }
    if (block.kind !== "chart") return block;
    figures = block.number ?? figures + 1;
    return { ...block, number: figures };
  });
}
