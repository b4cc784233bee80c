import { describe, expect, test } from "vitest";
import { type ApaTable, apaTable } from "../../src/report/apaTable.ts";
import { renderHtmlTable } from "../../src/report/renderHtmlTable.ts";
import { HOSTILE } from "./hostileLabels.ts";

const table = (language: "nl" | "en"): ApaTable =>
  apaTable({
    title: "Samenhang",
    number: 2,
    columns: [{ column: "term" }, { column: "r" }, { column: "lower", interval: true }],
    rows: [{ term: "talk", r: 0.394, lower: -0.1, upper: 0.25 }],
    language,
    notes: ["p < .05."],
  });

const lines = (given: ApaTable) => renderHtmlTable(given).split("\n");

describe("agrees with the golden table", () => {
  test("Dutch", () => {
    expect(lines(table("nl"))).toEqual([
      '<table class="apa">',
      "<caption><div><b>Tabel 2</b> <i>Samenhang</i></div></caption>",
      "<thead>",
      '<tr><th scope="col" class="left">Term</th><th scope="col" class="right"><i>r</i></th><th scope="col" class="center">95%-BI</th></tr>',
      "</thead>",
      "<tbody>",
      '<tr><th scope="row" class="left">talk</th><td class="right">,39</td><td class="center">[−,10; ,25]</td></tr>',
      "</tbody>",
      "<tfoot>",
      '<tr><td colspan="3"><div><i>Noot.</i> <i>p</i>\u00a0&lt;\u00a0.05.</div></td></tr>',
      "</tfoot>",
      "</table>",
    ]);
  });

  test("English, without number and note", () => {
    const { number: _, ...given } = { ...table("en"), notes: [] };
    expect(renderHtmlTable(given)).toContain("<caption><div><i>Samenhang</i></div></caption>");
    expect(renderHtmlTable(given)).toContain("[−.10, .25]");
    expect(renderHtmlTable(given)).not.toContain("tfoot");
  });

  test("a heading spans its lines, a line without a name belongs to the one above, stars hang", () => {
    const body = [
      ["Totaal", "", ""],
      ["talk", ",39***", ""],
      ["", "[,10; ,20]", ""],
    ];
    expect(lines({ ...table("nl"), body, headings: [0] }).slice(6, 9)).toEqual([
      '<tr><th scope="rowgroup" class="heading" colspan="3">Totaal</th></tr>',
      '<tr><th scope="row" class="left">talk</th><td class="right">,39<span class="stars">***</span></td><td class="center"></td></tr>',
      '<tr class="more"><td class="left"></td><td class="right">[,10; ,20]</td><td class="center"></td></tr>',
    ]);
  });
});

describe("always", () => {
  test("hostile names make no tag and no attribute, in any place", () => {
    const tags = (given: ApaTable) => renderHtmlTable(given).match(/<[^>]*>/g);
    const at = (name: string): ApaTable => ({
      ...table("en"),
      title: name,
      notes: [name],
      columns: table("en").columns.map((column) => ({ ...column, label: name })),
      body: [
        [name, "", ""],
        [name, name, name],
      ],
      headings: [0],
    });
    for (const name of HOSTILE) expect(tags(at(name))).toEqual(tags(at("plain")));
  });
});
