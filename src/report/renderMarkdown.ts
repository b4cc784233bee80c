import { word } from "../foundation/phrases.ts";
import type { ApaColumn, ApaTable } from "./apaTable.ts";

/**
 * A table in GitHub's Markdown: number and title above, the note below; symbols and the title in italics.
 * @param table as `apaTable` or `correlationTable` makes it
 * @returns Markdown; nothing in a cell can start a link, a tag or emphasis
 * @see GitHub Flavored Markdown, section 4.10
 * @example renderMarkdown({ title: "t", language: "en", columns: [{ label: "r", align: "right", symbol: true }], body: [[".30*"]], notes: [] }) // "*t*\n\n| *r* |\n| ---: |\n| .30\\* |"
 */
export function renderMarkdown(table: ApaTable): string {
  const number = table.number === undefined ? [] : [`**${word("table", table.language)} ${table.number}**`];
  const title = `*${escapeMarkdown(table.title)}*`;
  const notes = table.notes.map(escapeMarkdown).join(" ");
  const note = notes === "" ? [] : [`*${word("note", table.language)}.* ${notes}`];
  return [...number, title, grid(table), ...note].join("\n\n");
}

function grid({ columns, body, headings = [] }: ApaTable): string {
  const labels = columns.map(({ label, symbol }) => (symbol ? `*${escapeMarkdown(label)}*` : escapeMarkdown(label)));
  const lines = body.map((line, i) => {
    const cells = line.map(escapeMarkdown);
    return headings.includes(i) ? [`**${cells[0]}**`, ...cells.slice(1)] : cells;
  });
  return [labels, columns.map(({ align }) => RULES[align]), ...lines]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

const RULES: Record<ApaColumn["align"], string> = { left: "---", right: "---:", center: ":---:" };

/** Makes a text stand in Markdown as it is, on one line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]|~]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/^(\s*)(#{1,6}|[-+]|\d+[.)])(?=\s)/, "$1\\$2");
}
