import { word } from "../foundation/phrases.ts";
import type { ApaTable } from "./apaTable.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { statisticalText } from "./statisticalText.ts";

/**
 * A table in HTML with what a screen reader needs: a caption, heads with their scope, and the note as its foot.
 * @param table as `apaTable` or `correlationTable` makes it
 * @returns one `table` element, without style of its own
 * @see W3C Web Accessibility Initiative, Tables tutorial
 * @example renderHtmlTable({ title: "t", language: "en", columns: [{ label: "r", align: "right", symbol: true }], body: [[".30"]], notes: [] }) // "<table class=\"apa\">\n<caption><div><i>t</i></div></caption>\n<thead>\n<tr><th scope=\"col\" class=\"right\"><i>r</i></th></tr>\n</thead>\n<tbody>\n<tr><td class=\"right\">.30</td></tr>\n</tbody>\n</table>"
 */
export function renderHtmlTable(table: ApaTable): string {
  const body = table.body.map((line, i) =>
    table.headings?.includes(i) ? headingLine(line[0] ?? "", table) : bodyLine(line, table),
  );
  return [
    '<table class="apa">',
    `<caption><div>${captionOf(table)}</div></caption>`,
    "<thead>",
    `<tr>${table.columns.map(({ label, align, symbol }) => headCell(label, align, symbol)).join("")}</tr>`,
    "</thead>",
    "<tbody>",
    ...body,
    "</tbody>",
    ...foot(table),
    "</table>",
  ].join("\n");
}

function captionOf({ number, title, language }: ApaTable): string {
  const numbered = number === undefined ? "" : `<b>${word("table", language)} ${number}</b> `;
  return `${numbered}<i>${escapeHtml(title)}</i>`;
}

function headCell(label: string, align: string, symbol: boolean): string {
  if (label === "") return `<td class="${align}"></td>`;
  const text = escapeHtml(label);
  return `<th scope="col" class="${align}">${symbol ? `<i>${text}</i>` : text}</th>`;
}

function headingLine(text: string, { columns }: ApaTable): string {
  return `<tr><th scope="rowgroup" class="heading" colspan="${columns.length}">${escapeHtml(text)}</th></tr>`;
}

/** The first column of text names its line; where it is empty, the line belongs to the one above. */
function bodyLine(line: readonly string[], { columns }: ApaTable): string {
  const cells = line.map((text, j) => {
    const { align } = columns[j]!;
    if (j === 0 && align === "left" && text !== "") return `<th scope="row" class="left">${escapeHtml(text)}</th>`;
    return `<td class="${align}">${starred(text)}</td>`;
  });
  const continues = columns[0]?.align === "left" && line[0] === "";
  return `<tr${continues ? ' class="more"' : ""}>${cells.join("")}</tr>`;
}

/** Stars hang behind their number, so that the numbers stay lined up. */
function starred(text: string): string {
  const [, figure, stars] = /^(.*\d)(\*{1,3})$/.exec(text) ?? [];
  return figure === undefined ? escapeHtml(text) : `${escapeHtml(figure)}<span class="stars">${stars}</span>`;
}

function foot({ notes, columns, language }: ApaTable): string[] {
  if (notes.length === 0) return [];
  const text = notes.map(statisticalText).join(" ");
  return [
    "<tfoot>",
    `<tr><td colspan="${columns.length}"><div><i>${word("note", language)}.</i> ${text}</div></td></tr>`,
    "</tfoot>",
  ];
}
