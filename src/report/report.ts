import type { TopLevelSpec } from "vega-lite";
import { type Language, word } from "../foundation/phrases.ts";
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

/** Sentences under each other; under a title they are folded until a reader asks for them. */
export interface ListBlock {
  readonly kind: "list";
  readonly items: readonly string[];
  readonly title?: string;
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

export type Block =
  | HeadingBlock
  | TextBlock
  | ListBlock
  | TableBlock
  | ChartBlock
  | CalloutBlock
  | CodeBlock
  | MarkupBlock;

/** A report before it is written: plain data, already safe to show. `marks` stand at its head, as "Synthetic data". */
export interface Report {
  readonly title: string;
  readonly language: Language;
  readonly subtitle?: string;
  readonly marks: readonly string[];
  readonly blocks: readonly Block[];
}

/**
 * APA sentences as a folded list, to stand under the table that has the same figures.
 * @param sentences as `correlationSentences`, `alphaSentence` and `pooledSentence` make them
 * @returns one block, or none without sentences
 * @example sentencesBlock([], "nl") // []
 */
export function sentencesBlock(sentences: readonly string[], language: Language): ListBlock[] {
  return sentences.length === 0 ? [] : [{ kind: "list", items: sentences, title: word("in-sentences", language) }];
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
