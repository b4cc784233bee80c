import { word } from "../foundation/phrases.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { chartsOf, htmlBlock } from "./htmlBlocks.ts";
import { chartScripts, type VegaRuntime } from "./pageScript.ts";
import { PAGE_STYLE } from "./pageStyle.ts";
import { type Block, numbered, type Report } from "./report.ts";

export type { VegaRuntime } from "./pageScript.ts";

/**
 * A report as one HTML page that needs nothing else: no network, no server, no other file. It follows the reader's
 * light or dark scheme, prints, and reads without its charts: every figure has a description and its numbers.
 * @param report title, language, marks and blocks; every text is escaped
 * @param runtime the texts of vega, vega-lite and vega-embed; null leaves the drawings out
 * @returns the page; the same report gives the same bytes
 * @see W3C Content Security Policy Level 3: the page may load nothing, and run only what stands in it
 * @example renderHtml({ title: "T", language: "nl", marks: [], blocks: [] }, null).split("\n")[1] // "<html lang=\"nl\">"
 */
export function renderHtml(report: Report, runtime: VegaRuntime | null): string {
  const blocks = numbered(report.blocks);
  const charts = chartsOf(blocks);
  const drawn = runtime !== null && charts.length > 0;
  const page = [
    "<!doctype html>",
    `<html lang="${report.language}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy(drawn)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(report.title)}</title>`,
    `<style>${PAGE_STYLE}</style>`,
    "</head>",
    "<body>",
    ...headOf(report),
    ...contentsOf(blocks, report),
    "<main>",
    ...blocks.map((block, index) => htmlBlock(block, index, { language: report.language, charts, drawn })),
    "</main>",
    ...(drawn ? chartScripts(charts, runtime, report.language) : []),
    "</body>",
    "</html>",
  ];
  return `${page.join("\n")}\n`;
}

/** Nothing may be fetched. Charts run as scripts in the page, without eval. */
function policy(drawn: boolean): string {
  const script = drawn ? " script-src 'unsafe-inline';" : "";
  return `default-src 'none';${script} style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'`;
}

function headOf({ title, subtitle, marks }: Report): string[] {
  return [
    "<header>",
    `<h1>${escapeHtml(title)}</h1>`,
    ...(subtitle === undefined ? [] : [`<p class="subtitle">${escapeHtml(subtitle)}</p>`]),
    ...marks.map((mark) => `<p class="mark">${escapeHtml(mark)}</p>`),
    "</header>",
  ];
}

function contentsOf(blocks: readonly Block[], { language }: Report): string[] {
  const entries = blocks.flatMap((block, index) =>
    block.kind === "heading" && (block.level ?? 2) === 2
      ? [`<li><a href="#section-${index + 1}">${escapeHtml(block.text)}</a></li>`]
      : [],
  );
  if (entries.length < 2) return [];
  const label = word("contents", language);
  return [`<nav aria-label="${label}">`, `<p>${label}</p>`, "<ol>", ...entries, "</ol>", "</nav>"];
}
