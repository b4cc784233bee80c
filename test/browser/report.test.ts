import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { correlationHeatMap } from "../../src/charts/correlationHeatMap.ts";
import { forestPlot } from "../../src/charts/forestPlot.ts";
import { meansPlot } from "../../src/charts/meansPlot.ts";
import { main } from "../../src/cli/main.ts";
import { apaTable } from "../../src/report/apaTable.ts";
import { correlationSentences } from "../../src/report/correlationSentence.ts";
import { renderHtml } from "../../src/report/renderHtml.ts";
import { type Block, sentencesBlock } from "../../src/report/report.ts";
import { vegaRuntime } from "../../src/sources/vegaRuntime.ts";
import { HOSTILE } from "../report/hostileLabels.ts";
import {
  ask,
  BROWSER,
  clippedTexts,
  drawings,
  launch,
  type Opened,
  open,
  overflow,
  shownSizes,
  unreached,
} from "./browser.ts";

const folder = mkdtempSync(join(tmpdir(), "betrokken-report-"));
const silent = { out: () => undefined, err: () => undefined, width: 100, interactive: false };
let browser: Browser;

beforeAll(async () => {
  if (BROWSER !== undefined) browser = await launch();
}, 60_000);
afterAll(() => browser?.close());

async function exampleReport(language: "nl" | "en"): Promise<string> {
  const path = join(folder, `${language}.html`);
  expect(await main(["example", "--lang", language, "--out", path], silent)).toBe(0);
  return path;
}

describe.skipIf(BROWSER === undefined).each(["nl", "en"] as const)("the example study's report, %s", (language) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open(browser, await exampleReport(language));
  }, 60_000);
  beforeEach(async () => {
    await opened.page.setViewportSize({ width: 1280, height: 900 });
    await opened.page.emulateMedia({ media: "screen", colorScheme: "light" });
  });
  afterAll(() => opened?.page.context().close());

  test("opens without a network and without a complaint", () => {
    expect(opened.requests).toEqual([]);
    expect(opened.problems).toEqual([]);
  });

  test("draws every chart, for light and dark pages", async () => {
    const { charts, light, dark } = await drawings(opened.page);
    expect(charts).toBeGreaterThanOrEqual(3);
    expect([light, dark]).toEqual([charts, charts]);
    const sizes = await shownSizes(opened.page);
    expect(sizes).toHaveLength(charts);
    expect(sizes.filter(([width, height]) => width < 100 || height < 50)).toEqual([]);
    expect(await clippedTexts(opened.page)).toEqual([]);
  });

  test("has one title, its language, and contents of which every anchor leads to its heading", async () => {
    const { page } = opened;
    expect(await ask(page, "document.documentElement.lang")).toBe(language);
    expect(await page.locator("h1").count()).toBe(1);
    const pairs = await ask<[string, string | undefined][]>(
      page,
      `[...document.querySelectorAll("nav a")].map((link) => [link.textContent, document.querySelector(link.hash)?.textContent])`,
    );
    expect(pairs.length).toBeGreaterThanOrEqual(4);
    expect(pairs.filter(([entry, heading]) => entry !== heading)).toEqual([]);
    expect(await page.locator("h2").count()).toBe(pairs.length);
    await page.locator("nav a").last().click();
    expect(await ask(page, "document.querySelector(location.hash).getBoundingClientRect().top < innerHeight")).toBe(
      true,
    );
  });

  test("charts and tables can be reached by the keyboard", async () => {
    expect(await unreached(opened.page)).toEqual([]);
  });

  test("gives numbers for every chart or a table of its own, and no table without a caption", async () => {
    const captions = await ask<string[]>(
      opened.page,
      `[...document.querySelectorAll("table")].map((table) => table.caption?.textContent ?? "")`,
    );
    expect(captions.filter((caption) => caption === "")).toEqual([]);
    expect(await opened.page.locator("[data-chart]:not([aria-label])").count()).toBe(0);
  });

  test.each([1280, 390])("fits a window of %i pixels, light and dark", async (width) => {
    const { page } = opened;
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ media: "screen", colorScheme });
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      const hidden = colorScheme === "light" ? ".dark" : ".light";
      expect(await page.locator(`[data-chart] ${hidden} svg:visible`).count()).toBe(0);
      expect(await clippedTexts(page)).toEqual([]);
      expect(await shownSizes(page)).toHaveLength((await drawings(page)).charts);
      const ground = await ask<string>(page, "getComputedStyle(document.documentElement).backgroundColor");
      expect(ground).toBe(colorScheme === "light" ? "rgb(255, 255, 255)" : "rgb(20, 24, 30)");
    }
  });

  test("prints: ink on white, no buttons or contents, and charts no wider than the paper", async () => {
    const { page } = opened;
    await page.setViewportSize({ width: 700, height: 900 });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await ask(page, "getComputedStyle(document.documentElement).backgroundColor")).toBe("rgb(255, 255, 255)");
    expect(await page.locator("nav:visible, .save:visible, [data-chart] .dark svg:visible").count()).toBe(0);
    const sizes = await shownSizes(page);
    expect(sizes).toHaveLength((await drawings(page)).charts);
    expect(sizes.filter(([width]) => width > 700)).toEqual([]);
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(3);
  });
});

describe.skipIf(BROWSER === undefined)("a report full of hostile names", () => {
  const rows = HOSTILE.map((term, i) => {
    const r = i / 10 - 0.3;
    return {
      term,
      with: HOSTILE[(i + 1) % HOSTILE.length]!,
      group: term,
      source: term,
      r,
      estimate: r,
      mean: 2 + r,
      lower: -0.4,
      upper: 0.6,
      n: 100,
      pValue: 0.01,
    };
  });
  const options = { language: "nl", title: HOSTILE[5]! } as const;
  const blocks: Block[] = HOSTILE.flatMap((text): Block[] => [
    { kind: "heading", text },
    { kind: "text", paragraphs: [text] },
    { kind: "callout", tone: "warning", paragraphs: [text], title: text },
    { kind: "code", text },
    ...sentencesBlock([text], "nl"),
  ]);
  const charts = [forestPlot(rows, options), correlationHeatMap(rows, options), meansPlot(rows, options)];
  const columns = [
    { column: "term" },
    { column: "with" },
    { column: "r" },
    { column: "lower", interval: true },
  ] as const;
  const table = apaTable({ title: HOSTILE[0]!, columns, rows, language: "nl", notes: HOSTILE });
  const all: Block[] = [
    ...blocks,
    { kind: "table", table },
    { kind: "list", items: correlationSentences(rows, { language: "nl" }) },
    ...charts.map((spec, i): Block => ({ kind: "chart", spec, title: HOSTILE[i]!, description: HOSTILE[i]!, table })),
  ];
  const path = join(folder, "hostile.html");

  test.each([1280, 390])("runs nothing of them and fits a window of %i pixels", async (width) => {
    writeFileSync(
      path,
      renderHtml(
        { title: HOSTILE[2]!, subtitle: HOSTILE[0]!, language: "nl", marks: HOSTILE, blocks: all },
        vegaRuntime(),
      ),
    );
    const { page, requests, problems } = await open(browser, path, { viewport: { width, height: 900 } });
    expect({ requests, problems }).toEqual({ requests: [], problems: [] });
    expect(await page.locator("img").count()).toBe(0);
    expect(await drawings(page)).toEqual({ charts: 3, light: 3, dark: 3 });
    expect(await clippedTexts(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  test("a chart that cannot be drawn leaves its description and opens its numbers", async () => {
    const broken = { ...charts[0]!, mark: "no such mark", layer: undefined } as never;
    const chart: Block = { kind: "chart", spec: broken, title: "T", description: "In words", table };
    const own = join(folder, "broken.html");
    writeFileSync(own, renderHtml({ title: "T", language: "en", marks: [], blocks: [chart] }, vegaRuntime()));
    const { page, requests } = await open(browser, own);
    expect(requests).toEqual([]);
    expect(await page.locator(".light:visible").textContent()).toBe("In words");
    expect(await page.locator("details[open] table").count()).toBe(1);
    await page.context().close();
  });

  test("a chart is saved as a picture of its own", async () => {
    const chart: Block = { kind: "chart", spec: charts[0]!, title: "T", description: "D" };
    const own = join(folder, "save.html");
    writeFileSync(own, renderHtml({ title: "T", language: "en", marks: [], blocks: [chart] }, vegaRuntime()));
    const { page } = await open(browser, own);
    for (const [button, name] of [
      ["Save as SVG", "figure-1.svg"],
      ["Save as PNG", "figure-1.png"],
    ] as const) {
      const waiting = page.waitForEvent("download");
      await page.getByRole("button", { name: button }).click();
      expect((await waiting).suggestedFilename()).toBe(name);
    }
    await page.context().close();
  });
});
