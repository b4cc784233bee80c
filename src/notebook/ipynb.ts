import { renderHtmlTable } from "../report/renderHtmlTable.ts";
import { renderMarkdown } from "../report/renderMarkdown.ts";
import type { ScriptCell } from "./cells.ts";
import { isTable, type Output, type Shown } from "./output.ts";

/** Vega-Lite 5 is the newest that notebook viewers know; our specs use nothing that it lacks. */
const VEGALITE_MIME = "application/vnd.vegalite.v5+json";
const VEGALITE_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";

/**
 * A run script as a Jupyter notebook (nbformat 4.5): text cells, code cells, and under each what it showed.
 * @returns the file's text; the same script and outputs give the same text
 */
export function renderIpynb(cells: readonly ScriptCell[], outputs: readonly Output[]): string {
  const notebook = {
    cells: cells.map((cell, index) => notebookCell(cell, index, outputs)),
    metadata: {
      kernelspec: { display_name: "TypeScript", language: "typescript", name: "tslab" },
      language_info: { name: "typescript", file_extension: ".ts", mimetype: "text/typescript" },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

function notebookCell(cell: ScriptCell, index: number, outputs: readonly Output[]) {
  const head = { id: `cell-${index + 1}`, metadata: {}, source: linesOf(cell.text) };
  if (cell.kind === "markdown") return { cell_type: "markdown", ...head };
  const own = outputs.filter(({ line }) => line >= cell.firstLine && line <= cell.lastLine);
  return { cell_type: "code", ...head, execution_count: null, outputs: own.map(({ shown }) => displayData(shown)) };
}

function displayData(shown: Shown) {
  return { output_type: "display_data", metadata: {}, data: mimeBundle(shown) };
}

function mimeBundle(shown: Shown): Record<string, unknown> {
  if (typeof shown === "string") return { "text/plain": linesOf(shown) };
  if (isTable(shown)) {
    return {
      "text/html": linesOf(renderHtmlTable(shown)),
      "text/markdown": linesOf(renderMarkdown(shown)),
      "text/plain": [shown.title],
    };
  }
  return { [VEGALITE_MIME]: { ...shown, $schema: VEGALITE_SCHEMA }, "text/plain": [String(shown.description ?? "")] };
}

/** nbformat keeps text as lines that end in a newline, but for the last. */
function linesOf(text: string): string[] {
  const lines = text.split("\n");
  return lines.map((line, i) => (i < lines.length - 1 ? `${line}\n` : line));
}
