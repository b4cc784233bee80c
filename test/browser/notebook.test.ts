import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../sourceFiles.ts";
import { BROWSER, clippedTexts, drawings, launch, open, overflow, unreached } from "./browser.ts";

const run = promisify(execFile);
const SCRIPTS = readdirSync(join(ROOT, "notebooks")).filter((name) => /^\d\d-.*\.ts$/.test(name));
let browser: Browser;

beforeAll(async () => {
  if (BROWSER !== undefined) browser = await launch();
}, 60_000);
afterAll(() => browser?.close());

/** Runs a notebook on the sources as they are now, rather than on the last build; gives its page. */
async function pageOf(script: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "betrokken-notebook-"));
  symlinkSync(join(ROOT, "data"), join(folder, "data"), "junction");
  const source = (name: string) => JSON.stringify(pathToFileURL(join(ROOT, "src", name)).href);
  const text = readFileSync(join(ROOT, "notebooks", script), "utf8")
    .replaceAll('"betrokken/node"', source("node.ts"))
    .replaceAll('"betrokken"', source("index.ts"));
  const copy = join(folder, script.replace(/\.ts$/, ".mts"));
  writeFileSync(copy, text);
  await run(process.execPath, [join(ROOT, "node_modules", "tsx", "dist", "cli.mjs"), copy], { cwd: folder });
  return join(folder, "output", "notebooks", script.replace(/\.ts$/, ".html"));
}

describe.skipIf(BROWSER === undefined).each(SCRIPTS)("the page of %s", (script) => {
  test("opens without a network, draws its charts and fits wide and narrow windows", { timeout: 60_000 }, async () => {
    const path = await pageOf(script);
    const { page, requests, problems } = await open(browser, path);
    const { charts, light, dark } = await drawings(page);
    expect([light, dark]).toEqual([charts, charts]);
    expect(await page.locator("table").count()).toBeGreaterThan(0);
    expect(await unreached(page)).toEqual([]);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await clippedTexts(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    }
    expect({ requests, problems }).toEqual({ requests: [], problems: [] });
    await page.context().close();
  });
});
