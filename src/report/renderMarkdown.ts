import { plainText } from "../charts/plainText.ts";
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
  const title = `*${cellText(table.title)}*`;
  const notes = table.notes.map(cellText).join(" ");
  const note = notes === "" ? [] : [`*${word("note", table.language)}.* ${notes}`];
  return [...number, title, grid(table), ...note].join("\n\n");
}

function grid({ columns, body, headings = [] }: ApaTable): string {
  const labels = columns.map(({ label, symbol }) => (symbol ? `*${cellText(label)}*` : cellText(label)));
  const lines = body.map((line, i) => {
    const cells = line.map(cellText);
    return headings.includes(i) ? [`**${cells[0]}**`, ...cells.slice(1)] : cells;
  });
  return [labels, columns.map(({ align }) => RULES[align]), ...lines]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

const RULES: Record<ApaColumn["align"], string> = { left: "---", right: "---:", center: ":---:" };

/** A name in a table is no address, even where it looks like one. */
function cellText(text: string): string {
  return escapeMarkdown(text)
    .replace(/:\/\//g, ":\\/\\/")
    .replace(/@/g, "&#64;")
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`);
}

/**
 * Makes a text stand in Markdown as it is, on one line. Addresses in running text stay what they are.
 * @example escapeMarkdown("1. *p* < .05 [a](b)") // "1\\. \\*p\\* &lt; .05 \\[a\\](b)"
 */
export function escapeMarkdown(text: string): string {
  return plainText(text)
    .trim()
    .replace(/[\\`*_[\]|~$#]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/^([-+=])/, "\\$1")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}
