import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cellsOf } from "./cells.ts";
import { renderIpynb } from "./ipynb.ts";
import type { Output, Shown } from "./output.ts";
import { renderPage } from "./renderPage.ts";

interface Running {
  readonly path: string;
  readonly outputs: Output[];
}

let running: Running | undefined;

/**
 * Shows a table, a chart or a sentence under the cell of the script that calls it. When the script ends, it leaves a
 * page (.html) and a notebook (.ipynb) in output/notebooks/ of the folder it ran in.
 */
export function display(shown: Shown): void {
  const { path, line } = callerOf(new Error("where").stack ?? "");
  if (!running) {
    running = { path, outputs: [] };
    process.once("exit", (code) => {
      if (code === 0) leaveNotebook(running!, join(process.cwd(), "output", "notebooks"));
    });
  }
  running.outputs.push({ line, shown });
}

/** The first place in a stack outside this file, by reading its text: that also holds under loaders with source maps. */
export function callerOf(stack: string): { path: string; line: number } {
  const frames = stack.split("\n").flatMap((frame) => {
    const match = /(?:\(|at )((?:file:\/\/|\/|[A-Za-z]:[\\/]).*?):(\d+):\d+\)?$/.exec(frame.trim());
    return match ? [{ path: plainPath(match[1]!), line: Number(match[2]) }] : [];
  });
  const caller = frames.find(({ path }) => !/[\\/]notebook[\\/]display\.[jt]s$/.test(path));
  return caller ?? { path: "notebook.ts", line: 1 };
}

function plainPath(place: string): string {
  return place.startsWith("file://") ? fileURLToPath(place.replace(/\?.*$/, "")) : place;
}

/** Writes the page and the notebook of a script that has run. */
function leaveNotebook({ path, outputs }: Running, folder: string): void {
  const cells = cellsOf(readFileSync(path, "utf8"));
  const name = basename(path).replace(/\.[cm]?[jt]s$/, "");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.ipynb`), renderIpynb(cells, outputs));
  writeFileSync(join(folder, `${name}.html`), renderPage(name, cells, outputs));
  process.stdout.write(`${join(folder, `${name}.html`)}\n`);
}
