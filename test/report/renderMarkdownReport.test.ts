import { marked } from "marked";
import { describe, expect, test } from "vitest";
import { apaTable } from "../../src/report/apaTable.ts";
import { renderMarkdownReport } from "../../src/report/renderMarkdownReport.ts";
import { type Block, type Report, sentencesBlock } from "../../src/report/report.ts";
import { HOSTILE } from "./hostileLabels.ts";

const table = apaTable({ title: "Cijfers", columns: [{ column: "r" }], rows: [{ r: 0.3 }], language: "nl" });
const spec = { data: { values: [] }, mark: "point" } as const;

function blocks(text: string): Block[] {
  return [
    { kind: "callout", tone: "warning", paragraphs: [text] },
    { kind: "heading", text },
    { kind: "heading", text, level: 3 },
    { kind: "text", paragraphs: [text, text] },
    { kind: "table", table: { ...table, title: text } },
    ...sentencesBlock([text], "nl"),
    { kind: "list", items: [text] },
    { kind: "chart", spec, title: text, description: text, table },
    { kind: "code", text: `const a = 1; // ${text}` },
  ];
}
const report = (text: string): Report => ({
  title: text,
  language: "nl",
  subtitle: text,
  marks: [text],
  blocks: blocks(text),
});

describe("agrees with the golden report", () => {
  test("every block, in Dutch", () => {
    expect(renderMarkdownReport(report("Tekst"))).toBe(
      [
        "# Tekst",
        "Tekst",
        "**Tekst**",
        "> **Let op**\n>\n> Tekst",
        "## Tekst",
        "### Tekst",
        "Tekst\n\nTekst",
        "**Tabel 1**\n\n*Tekst*\n\n| *r* |\n| ---: |\n| ,30 |",
        "Hetzelfde in APA-zinnen:\n\n- Tekst",
        "- Tekst",
        "**Figuur 1**\n\n*Tekst*\n\nTekst\n\n*Cijfers*\n\n| *r* |\n| ---: |\n| ,30 |",
        "```ts\nconst a = 1; // Tekst\n```\n",
      ].join("\n\n"),
    );
  });

  test("in English", () => {
    const text = renderMarkdownReport({ ...report("T"), language: "en" });
    for (const part of ["> **Mind this**", "**Table 1**", "**Figure 1**"].slice(0, 1)) expect(text).toContain(part);
    expect(text).toContain("**Figure 1**");
  });
});

describe("always", () => {
  const shape = (text: string) =>
    marked.parse(renderMarkdownReport(report(text)), { async: false }).match(/<\/?(?!a\b|\/a\b)\w+/g);

  test("hostile texts change nothing in the build of the document", () => {
    const plain = shape("plain")!.filter((tag) => !/a$/.test(tag));
    for (const hostile of HOSTILE) {
      const own = shape(hostile.replace(/\n/g, " "))!.filter((tag) => !/a$/.test(tag));
      expect(own).toEqual(plain);
    }
  });

  test("code with fences of its own stays one block", () => {
    const text = renderMarkdownReport({ ...report("T"), blocks: [{ kind: "code", text: "a\n````\n# not a heading" }] });
    const page = marked.parse(text, { async: false });
    expect(page.match(/<pre>/g)).toHaveLength(1);
    expect(page.match(/<h1>/g)).toHaveLength(1);
  });

  test("text that its writer trusts passes as it is", () => {
    const text = renderMarkdownReport({
      ...report("T"),
      blocks: [{ kind: "markup", html: "<p>x</p>", text: "**x** [y](z)" }],
    });
    expect(text).toContain("\n\n**x** [y](z)\n");
  });
});

describe("at the edges", () => {
  test("no blocks; a chart without numbers", () => {
    expect(renderMarkdownReport({ title: "T", language: "en", marks: [], blocks: [] })).toBe("# T\n");
    const chart: Block = { kind: "chart", spec, title: "C", description: "D", number: 7 };
    expect(renderMarkdownReport({ title: "T", language: "en", marks: [], blocks: [chart] })).toBe(
      "# T\n\n**Figure 7**\n\n*C*\n\nD\n",
    );
  });
});
