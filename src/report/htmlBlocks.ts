import { type Language, word } from "../foundation/phrases.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { renderHtmlTable } from "./renderHtmlTable.ts";
import type { Block, CalloutBlock, ChartBlock, HeadingBlock, ListBlock } from "./report.ts";
import { statisticalText } from "./statisticalText.ts";

/** What a block needs to know of its page: the language, its charts in order, and whether they will be drawn. */
export interface PageContext {
  readonly language: Language;
  readonly charts: readonly ChartBlock[];
  readonly drawn: boolean;
}

/** The charts of a report, in order; block i of them is drawn where `data-chart` says i. */
export function chartsOf(blocks: readonly Block[]): ChartBlock[] {
  return blocks.filter((block) => block.kind === "chart");
}

/** One block of a report as HTML. `index` makes its anchor. */
export function htmlBlock(block: Block, index: number, context: PageContext): string {
  if (block.kind === "heading") return heading(block, index);
  if (block.kind === "text") return paragraphs(block.paragraphs);
  if (block.kind === "list") return list(block);
  if (block.kind === "table") return scrolling(renderHtmlTable(block.table), block.table.title);
  if (block.kind === "callout") return callout(block, context);
  if (block.kind === "code") return `<pre tabindex="0"><code>${escapeHtml(block.text)}</code></pre>`;
  if (block.kind === "markup") return block.html;
  return figure(block, context);
}

function heading({ text, level = 2 }: HeadingBlock, index: number): string {
  return `<h${level} id="section-${index + 1}">${escapeHtml(text)}</h${level}>`;
}

function paragraphs(texts: readonly string[]): string {
  return texts.map((text) => `<p>${statisticalText(text)}</p>`).join("\n");
}

function list({ items, title }: ListBlock): string {
  const entries = ["<ul>", ...items.map((text) => `<li>${statisticalText(text)}</li>`), "</ul>"];
  if (title === undefined) return entries.join("\n");
  return ["<details>", `<summary>${escapeHtml(title)}</summary>`, ...entries, "</details>"].join("\n");
}

/** A wide table scrolls by itself, also with the keyboard. */
function scrolling(table: string, title: string): string {
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(title)}">\n${table}\n</div>`;
}

function callout({ tone, title, paragraphs: texts }: CalloutBlock, { language }: PageContext): string {
  const head = title ?? word(tone, language);
  return `<aside class="callout ${tone}" aria-label="${escapeHtml(head)}">\n<p class="callout-title">${escapeHtml(head)}</p>\n${paragraphs(texts)}\n</aside>`;
}

/** A figure: drawn twice, for light and dark pages, of which the style shows one; its numbers stand below it. */
function figure(chart: ChartBlock, { language, charts, drawn }: PageContext): string {
  const caption = `<b>${word("figure", language)} ${chart.number}</b> <i>${escapeHtml(chart.title)}</i>`;
  const description = escapeHtml(chart.description);
  const place = `<div class="drawing" tabindex="0" role="group" aria-label="${description}" data-chart="${charts.indexOf(chart)}"><div class="light"></div><div class="dark"></div></div>`;
  return [
    `<figure id="figure-${chart.number}">`,
    `<figcaption>${caption}</figcaption>`,
    ...(drawn ? [place, `<noscript><p>${description}</p></noscript>`] : [`<p>${description}</p>`]),
    ...numbers(chart, language, drawn),
    "</figure>",
  ].join("\n");
}

function numbers(chart: ChartBlock, language: Language, drawn: boolean): string[] {
  if (chart.table === undefined) return [];
  const { number: _, ...table } = chart.table;
  const label = word("numbers-of-figure", language);
  return [
    `<details${drawn ? "" : " open"}>`,
    `<summary>${label}</summary>`,
    scrolling(renderHtmlTable(table), table.title),
    "</details>",
  ];
}
