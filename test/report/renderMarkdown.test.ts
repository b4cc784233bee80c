import fc from "fast-check";
import { marked } from "marked";
import { describe, expect, test } from "vitest";
import { type ApaTable, apaTable } from "../../src/report/apaTable.ts";
import { escapeMarkdown, renderMarkdown } from "../../src/report/renderMarkdown.ts";
import { HOSTILE } from "./hostileLabels.ts";

const table = (language: "nl" | "en"): ApaTable =>
  apaTable({
    title: "Samenhang",
    number: 2,
    columns: [{ column: "term" }, { column: "r" }, { column: "lower", interval: true }],
    rows: [{ term: "talk", r: 0.394, lower: -0.1, upper: 0.25 }],
    language,
    notes: ["Zie * de tekst."],
  });

const html = (markdown: string) => marked.parse(markdown, { async: false });
const tagsOf = (text: string) => [...new Set([...text.matchAll(/<(\w+)/g)].map((match) => match[1]!))].sort();

describe("agrees with the golden table", () => {
  test("Dutch", () => {
    expect(renderMarkdown(table("nl"))).toBe(
      "**Tabel 2**\n\n*Samenhang*\n\n| Term | *r* | 95%-BI |\n| --- | ---: | :---: |\n| talk | ,39 | \\[−,10; ,25\\] |\n\n*Noot.* Zie \\* de tekst.",
    );
  });

  test("English", () => {
    expect(renderMarkdown({ ...table("en"), notes: [] })).toBe(
      "**Table 2**\n\n*Samenhang*\n\n| Term | *r* | 95% CI |\n| --- | ---: | :---: |\n| talk | .39 | \\[−.10, .25\\] |",
    );
  });

  test("headings over lines are bold", () => {
    expect(renderMarkdown({ ...table("en"), body: [["Within", "", ""]], headings: [0], notes: [] })).toContain(
      "| **Within** |  |  |",
    );
  });
});

describe("always", () => {
  test("a reader of Markdown gives back the label as it was", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.constantFrom("# a", "1. a", "1.", "---", "> q", "+ a", "***", "===", "~~a~~", "a@b.nl"),
        ),
        (text) => {
          const plain = text
            .replace(/\s+/g, " ")
            .replace(/\p{Cc}/gu, "")
            .trim();
          const read = html(escapeMarkdown(text))
            .replace(/<\/?(p|a)\b[^>]*>/g, "")
            .trim();
          expect(
            read
              .replace(/&quot;/g, '"')
              .replace(/&#39;/g, "'")
              .replace(/&lt;/g, "<")
              .replace(/&gt;/g, ">")
              .replace(/&amp;/g, "&"),
          ).toBe(plain);
        },
      ),
    );
  });

  test("hostile names in every place of a table start no tag, link, image, line or cell", () => {
    for (const hostile of HOSTILE) {
      const given = { ...table("nl"), title: hostile, notes: [hostile], body: [[hostile, ",1", "–"]] };
      const page = html(
        renderMarkdown({ ...given, columns: given.columns.map((column) => ({ ...column, label: hostile })) }),
      );
      expect(
        tagsOf(page).filter((tag) => !["em", "p", "strong", "table", "tbody", "td", "th", "thead", "tr"].includes(tag)),
      ).toEqual([]);
      expect(page.match(/<td/g)).toHaveLength(3);
    }
  });
});

describe("at the edges", () => {
  test("empty texts and tables", () => {
    expect(escapeMarkdown("")).toBe("");
    expect(renderMarkdown({ ...table("en"), body: [], notes: [] })).toContain("| --- | ---: | :---: |");
  });
});
