import { word } from "../foundation/phrases.ts";
import { escapeMarkdown, renderMarkdown } from "./renderMarkdown.ts";
import { type Block, type ChartBlock, type ListBlock, numbered, type Report } from "./report.ts";

/**
 * A report as Markdown. A chart becomes its description and its numbers.
 * @param report title, language, marks and blocks
 * @returns Markdown; the same report gives the same text
 * @see GitHub Flavored Markdown
 * @example renderMarkdownReport({ title: "T", language: "nl", marks: ["Synthetisch"], blocks: [] }) // "# T\n\n**Synthetisch**\n"
 */
export function renderMarkdownReport(report: Report): string {
  const parts = [
    `# ${escapeMarkdown(report.title)}`,
    ...(report.subtitle === undefined ? [] : [escapeMarkdown(report.subtitle)]),
    ...report.marks.map((mark) => `**${escapeMarkdown(mark)}**`),
    ...numbered(report.blocks).map((block) => markdownBlock(block, report)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function markdownBlock(block: Block, report: Report): string {
  if (block.kind === "heading") return `${"#".repeat(block.level ?? 2)} ${escapeMarkdown(block.text)}`;
  if (block.kind === "text") return block.paragraphs.map(escapeMarkdown).join("\n\n");
  if (block.kind === "table") return renderMarkdown(block.table);
  if (block.kind === "chart") return chart(block, report);
  if (block.kind === "list") return list(block);
  if (block.kind === "code") return code(block.text);
  if (block.kind === "markup") return block.text;
  const head = escapeMarkdown(block.title ?? word(block.tone, report.language));
  return [`**${head}**`, ...block.paragraphs.map(escapeMarkdown)].map((text) => `> ${text}`).join("\n>\n");
}

function list({ items, title }: ListBlock): string {
  const head = title === undefined ? "" : `${escapeMarkdown(title)}:\n\n`;
  return head + items.map((text) => `- ${escapeMarkdown(text)}`).join("\n");
}

/** A fence longer than any row of backticks inside it. */
function code(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, row) => Math.max(most, row.length), 2);
  const fence = "`".repeat(longest + 1);
  return `${fence}ts\n${text}\n${fence}`;
}

function chart({ number, title, description, table }: ChartBlock, { language }: Report): string {
  const caption = `**${word("figure", language)} ${number}**\n\n*${escapeMarkdown(title)}*`;
  if (table === undefined) return `${caption}\n\n${escapeMarkdown(description)}`;
  const { number: _, ...own } = table;
  return `${caption}\n\n${escapeMarkdown(description)}\n\n${renderMarkdown(own)}`;
}
