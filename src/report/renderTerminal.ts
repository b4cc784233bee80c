import { plainText } from "../charts/plainText.ts";
import { word } from "../foundation/phrases.ts";
import type { ApaTable } from "./apaTable.ts";
import { BETWEEN, cellsOf, type Panel, panelsOf } from "./terminalLayout.ts";
import { cut, lengthOf, pad, wrapText } from "./wrapText.ts";

const RULE = "─";
const NARROWEST_PAGE = 20;

/**
 * A table for a screen of fixed letters: horizontal rules only, figures lined up at the decimal sign, and never wider
 * than asked. Names wrap; what still does not fit continues in a next panel with the names repeated.
 * @param given a table as `apaTable` or `correlationTable` makes it; no sign in it can steer the terminal
 * @param page `width` in places; below 20 it counts as 20
 * @returns lines, each at most `width` places
 * @example renderTerminal({ title: "t", language: "en", columns: [{ label: "r", align: "right", symbol: true }], body: [[".30"]], notes: [] }, { width: 20 }) // "t\n───\n  r\n───\n.30\n───"
 */
export function renderTerminal(given: ApaTable, page: { readonly width: number }): string {
  const width = Math.max(NARROWEST_PAGE, Math.floor(page.width));
  const table = asPlainText(given);
  const panels = panelsOf(table, width);
  const parts = panels.flatMap((panel, i) => [
    ...(i === 0 ? [] : ["", ...continued(table, width)]),
    ...drawn(table, panel, width),
  ]);
  const lines = [...headOf(table, width), ...parts, ...notesOf(table, width)];
  return lines.map((line) => cut(line.trimEnd(), width)).join("\n");
}

function asPlainText(table: ApaTable): ApaTable {
  return {
    ...table,
    title: plainText(table.title),
    columns: table.columns.map((column) => ({ ...column, label: plainText(column.label) })),
    body: table.body.map((line) => line.map(plainText)),
    notes: table.notes.map(plainText),
  };
}

function headOf(table: ApaTable, width: number): string[] {
  const number = table.number === undefined ? [] : [`${word("table", table.language)} ${table.number}`];
  return [...number, ...wrapText(table.title, width)];
}

function continued(table: ApaTable, width: number): string[] {
  return wrapText(`${table.title} (${word("continued", table.language)})`, width);
}

function notesOf(table: ApaTable, width: number): string[] {
  if (table.notes.length === 0) return [];
  return wrapText(`${word("note", table.language)}. ${table.notes.join(" ")}`, width);
}

function drawn(table: ApaTable, panel: Panel, width: number): string[] {
  const total = panel.widths.reduce((sum, own) => sum + own, 0) + BETWEEN * (panel.widths.length - 1);
  const rule = RULE.repeat(total);
  const cells = panel.columns.map((j) => cellsOf(table, j));
  const body = table.body.flatMap((line, i) =>
    table.headings?.includes(i)
      ? wrapText(line[0] ?? "", width)
      : block(
          cells.map((column) => column[i]!),
          table,
          panel,
          "top",
        ),
  );
  const labels = panel.columns.map((j) => table.columns[j]!.label);
  return [rule, ...block(labels, table, panel, "bottom"), rule, ...body, rule];
}

/** One line of the table, as many lines high as its highest cell. */
function block(
  texts: readonly string[],
  table: ApaTable,
  { columns, widths }: Panel,
  stand: "top" | "bottom",
): string[] {
  const cells = texts.map((text, c) => (lengthOf(text) <= widths[c]! ? [text] : wrapText(text, widths[c]!)));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, h) =>
    cells
      .map((lines, c) => {
        const text = lines[stand === "top" ? h : h - (height - lines.length)] ?? "";
        return pad(text, widths[c]!, SIDES[table.columns[columns[c]!]!.align]);
      })
      .join(" ".repeat(BETWEEN)),
  );
}

const SIDES = { left: "right", right: "left", center: "both" } as const;
