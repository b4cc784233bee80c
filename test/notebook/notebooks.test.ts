import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { ROOT } from "../sourceFiles.ts";

const run = promisify(execFile);
const SCRIPTS = readdirSync(join(ROOT, "notebooks")).filter((name) => /^\d\d-.*\.ts$/.test(name));

/** Runs a notebook in a folder of its own, so that two runs do not meet. */
async function runNotebook(script: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "notebook-"));
  symlinkSync(join(ROOT, "data"), join(folder, "data"), "junction");
  const tsx = join(ROOT, "node_modules", "tsx", "dist", "cli.mjs");
  await run(process.execPath, [tsx, join(ROOT, "notebooks", script)], { cwd: folder });
  return join(folder, "output", "notebooks", script.replace(/\.ts$/, ""));
}

interface Notebook {
  readonly nbformat: number;
  readonly cells: { cell_type: string; outputs?: { data: Record<string, unknown> }[] }[];
}

describe("always", () => {
  test("the three notebooks are there", () => {
    expect(SCRIPTS.map((name) => name.slice(0, 2))).toEqual(["01", "02", "03"]);
  });

  test.each(SCRIPTS)("%s runs top to bottom and leaves a page and a notebook", { timeout: 60_000 }, async (script) => {
    const stem = await runNotebook(script);
    const page = readFileSync(`${stem}.html`, "utf8");
    expect(page).toContain("<table");
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
    const notebook = JSON.parse(readFileSync(`${stem}.ipynb`, "utf8")) as Notebook;
    const outputs = notebook.cells.flatMap((cell) => cell.outputs ?? []);
    expect(notebook.nbformat).toBe(4);
    expect(outputs.some(({ data }) => "text/html" in data)).toBe(true);
    const shows = readFileSync(join(ROOT, "notebooks", script), "utf8").match(/^display\(/gm) ?? [];
    expect(outputs).toHaveLength(shows.length);
  });
});
