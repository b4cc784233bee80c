import { describe, expect, test } from "vitest";
import { correlationHeatMap } from "../../src/charts/correlationHeatMap.ts";
import { apaTable } from "../../src/report/apaTable.ts";
import { renderHtml } from "../../src/report/renderHtml.ts";
import { type Block, numbered, type Report, sentencesBlock } from "../../src/report/report.ts";
import { HOSTILE } from "./hostileLabels.ts";

const RUNTIME = { vega: "/* vega */", vegaLite: "/* vega-lite */", vegaEmbed: "/* vega-embed */" };
const table = apaTable({ title: "Cijfers", columns: [{ column: "r" }], rows: [{ r: 0.3 }], language: "nl" });
const spec = correlationHeatMap([{ term: "a", with: "b", r: 0.3 }], { language: "nl" });

function report(text: string): Report {
  const heat = correlationHeatMap([{ term: text, with: "b", r: 0.3 }], { language: "nl", title: text });
  const blocks: Block[] = [
    { kind: "heading", text },
    { kind: "heading", text },
    { kind: "heading", text, level: 3 },
    { kind: "text", paragraphs: [text] },
    { kind: "table", table: { ...table, title: text } },
    ...sentencesBlock([text], "nl"),
    { kind: "list", items: [text] },
    { kind: "chart", spec: heat, title: text, description: text, table },
    { kind: "callout", tone: "note", paragraphs: [text], title: text },
    { kind: "code", text },
  ];
  return { title: text, language: "nl", subtitle: text, marks: [text], blocks };
}
const one = (block: Block, drawn = true) =>
  renderHtml({ title: "T", language: "en", marks: [], blocks: [block] }, drawn ? RUNTIME : null);

describe("agrees with the golden page", () => {
  test("contents, marks, headings with anchors, callout and list, in Dutch", () => {
    const page = renderHtml(report("Tekst"), RUNTIME);
    for (const part of [
      '<html lang="nl">',
      "<title>Tekst</title>",
      "<h1>Tekst</h1>",
      '<p class="subtitle">Tekst</p>',
      '<p class="mark">Tekst</p>',
      '<nav aria-label="Inhoud">\n<p>Inhoud</p>\n<ol>\n<li><a href="#section-1">Tekst</a></li>\n<li><a href="#section-2">Tekst</a></li>\n</ol>\n</nav>',
      '<h2 id="section-1">Tekst</h2>',
      '<h3 id="section-3">Tekst</h3>',
      "<details>\n<summary>Hetzelfde in APA-zinnen</summary>\n<ul>\n<li>Tekst</li>\n</ul>\n</details>",
      '<aside class="callout note" aria-label="Tekst">\n<p class="callout-title">Tekst</p>\n<p>Tekst</p>\n</aside>',
      '<pre tabindex="0"><code>Tekst</code></pre>',
      "<figcaption><b>Figuur 1</b> <i>Tekst</i></figcaption>",
      "<summary>De cijfers bij deze figuur</summary>",
    ])
      expect(page).toContain(part);
  });

  test("a symbol in running text is in italics, a figure kept together", () => {
    expect(one({ kind: "text", paragraphs: ["r(40) = .31, p < .001"] })).toContain(
      "<p><i>r</i>(40)\u00a0=\u00a0.31, <i>p</i>\u00a0&lt;\u00a0.001</p>",
    );
  });
});

describe("always", () => {
  test("may fetch nothing and needs no other file", () => {
    const page = renderHtml(report("Tekst"), RUNTIME);
    expect(page).toContain(
      `content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'"`,
    );
    expect(page).not.toMatch(/(src|href)="(?!#)/);
  });

  test("hostile texts change neither tags, attributes nor the number of scripts", () => {
    const shape = (text: string) =>
      renderHtml(report(text), RUNTIME)
        .replace(/<script type="application\/json" id="charts">.*?<\/script>/s, "<script></script>")
        .replace(/aria-label="[^"]*"/g, "")
        .match(/<[a-z/][^>]*>/gi);
    for (const hostile of HOSTILE) expect(shape(hostile)).toEqual(shape("plain"));
  });

  test("the same report gives the same bytes, and is left as it was", () => {
    const given = report("Tekst");
    const before = JSON.stringify(given);
    expect(renderHtml(given, RUNTIME)).toBe(renderHtml(given, RUNTIME));
    expect(JSON.stringify(given)).toBe(before);
  });

  test("every anchor in the contents has its heading; every table can be reached by the keyboard", () => {
    const page = renderHtml(report("Tekst"), RUNTIME);
    for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`);
    expect(page.match(/<table/g)!.length).toBe(
      page.match(/<div class="scroll" tabindex="0" role="region" aria-label="/g)!.length,
    );
  });

  test("the chart's theme and title come from the page, its own settings stay", () => {
    const chart = { ...spec, title: "Own title", config: { ...spec.config, bar: { color: "red" } } };
    const page = one({ kind: "chart", spec: chart, title: "C", description: "D" });
    const [kept] = JSON.parse(/id="charts">(.*?)<\/script>/s.exec(page)![1]!);
    expect(kept.title).toBeUndefined();
    expect(kept.config).toEqual({ bar: { color: "red" } });
  });

  test("own numbers are kept and the count goes on from them", () => {
    const tables = [undefined, 5, undefined].map(
      (number): Block => ({ kind: "table", table: number ? { ...table, number } : table }),
    );
    expect(numbered(tables).map((block) => block.kind === "table" && block.table.number)).toEqual([1, 5, 6]);
  });
});

describe("at the edges", () => {
  test("without the programs that draw there is no script; description and numbers take the place", () => {
    const page = one({ kind: "chart", spec, title: "C", description: "In words", table }, false);
    expect(page).not.toContain("<script");
    expect(page).toContain("<p>In words</p>");
    expect(page).toContain("<details open>");
    expect(page).not.toContain("script-src");
  });

  test("without charts no programs travel along; one section has no contents", () => {
    const page = one({ kind: "heading", text: "Only" });
    expect(page).not.toContain("<script");
    expect(page).not.toContain("<nav");
    expect(sentencesBlock([], "en")).toEqual([]);
  });
});
