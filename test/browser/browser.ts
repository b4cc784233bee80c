import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];
const PLACES = [
  "/usr/bin",
  "/Applications/Google Chrome.app/Contents/MacOS",
  "C:\\Program Files\\Google\\Chrome\\Application",
  ...(process.env.PATH ?? "").split(delimiter),
];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Chromium or Chrome, where the computer has it. */
export const BROWSER = PLACES.flatMap((place) => [...NAMES, "Google Chrome"].map((name) => join(place, name))).find(
  isProgram,
);

if (BROWSER === undefined)
  console.warn("test/browser: no Chromium or Chrome on this computer, so no page is opened: these tests are skipped.");

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: BROWSER!, args: ["--no-sandbox", "--disable-gpu"] });
}

/** A page as it was opened, and everything in it that should not be. */
export interface Opened {
  readonly page: Page;
  /** Requests for anything but the file itself. */
  readonly requests: readonly string[];
  /** Errors and warnings of the page, and dialogs. */
  readonly problems: readonly string[];
}

/** Opens a file without a network, and waits until its charts are drawn. */
export async function open(browser: Browser, path: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options, offline: true });
  const page = await context.newPage();
  const requests: string[] = [];
  const problems: string[] = [];
  const own = pathToFileURL(path).href;
  await page.route("**/*", (route) => (route.request().url().startsWith(own) ? route.continue() : route.abort()));
  page.on("request", (request) => void (request.url().startsWith(own) || requests.push(request.url().slice(0, 100))));
  page.on("console", (told) => void (/error|warning/.test(told.type()) && problems.push(told.text())));
  page.on("pageerror", (error) => void problems.push(error.message));
  page.on("dialog", (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(own);
  await page.waitForFunction("!document.querySelector('[data-chart]') || document.documentElement.dataset.drawn");
  return { page, requests, problems };
}

/** What the page itself says; the text is a JavaScript expression. */
export function ask<T>(page: Page, expression: string): Promise<T> {
  return page.evaluate<T>(expression);
}

/** How far the page is wider than its window, in pixels. */
export function overflow(page: Page): Promise<number> {
  return ask(page, "document.documentElement.scrollWidth - innerWidth");
}

/** Charts, and of both schemes the drawings that are there. */
export function drawings(page: Page): Promise<{ charts: number; light: number; dark: number }> {
  const count = (selector: string) => `document.querySelectorAll("${selector}").length`;
  return ask(
    page,
    `({ charts: ${count("[data-chart]")}, light: ${count("[data-chart] .light svg")}, dark: ${count("[data-chart] .dark svg")} })`,
  );
}

/** Width and height of every drawing that is shown. */
export function shownSizes(page: Page): Promise<[number, number][]> {
  return ask(
    page,
    `[...document.querySelectorAll("[data-chart] svg")].filter((svg) => svg.checkVisibility())
      .map((svg) => svg.getBoundingClientRect()).map(({ width, height }) => [width, height])`,
  );
}

/** Texts of the shown drawings that stand outside their drawing. */
export function clippedTexts(page: Page): Promise<string[]> {
  return ask(
    page,
    `[...document.querySelectorAll("[data-chart] svg")].filter((svg) => svg.checkVisibility()).flatMap((svg) => {
      const frame = svg.getBoundingClientRect();
      return [...svg.querySelectorAll("text")].filter((text) => text.textContent !== "").filter((text) => {
        const box = text.getBoundingClientRect();
        return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
      }).map((text) => text.textContent);
    })`,
  );
}

/** What can be scrolled or looked into and is shown, by its label. */
const STOPS = `[...document.querySelectorAll(".scroll, .drawing, summary")].filter((stop) => stop.checkVisibility())`;

/** Charts, tables and folded parts that the Tab key does not reach. */
export async function unreached(page: Page): Promise<string[]> {
  const reached = new Set<number>();
  const presses = await ask<number>(page, "document.querySelectorAll('a, button, [tabindex], summary').length + 2");
  await ask(page, "document.activeElement.blur()");
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press("Tab");
    reached.add(await ask<number>(page, `${STOPS}.indexOf(document.activeElement)`));
  }
  const labels = await ask<string[]>(
    page,
    `${STOPS}.map((stop) => stop.getAttribute("aria-label") ?? stop.textContent)`,
  );
  return labels.filter((_, i) => !reached.has(i));
}
