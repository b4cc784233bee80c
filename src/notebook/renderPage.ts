import { marked } from "marked";
import { renderHtml } from "../report/renderHtml.ts";
import type { Block } from "../report/report.ts";
import { numbered } from "../report/report.ts";
import { vegaRuntime } from "../sources/vegaRuntime.ts";
import type { ScriptCell } from "./cells.ts";
import { isTable, type Output, type Shown } from "./output.ts";

/**
 * A run script as one HTML page: its text, its code, and under each cell what it showed. The heading it begins with is
 * the title of the page.
 */
export function renderPage(name: string, cells: readonly ScriptCell[], outputs: readonly Output[]): string {
  const [title, body] = titled(name, cells);
  const blocks = body.flatMap((cell) => [cellBlock(cell), ...outputsOf(cell, outputs).map(outputBlock)]);
  return renderHtml({ title, language: "en", marks: [], blocks: numbered(blocks) }, vegaRuntime());
}

function titled(name: string, cells: readonly ScriptCell[]): [string, readonly ScriptCell[]] {
  const [first, ...rest] = cells;
  const heading = first?.kind === "markdown" ? first.text.match(/^# (.+)\n?/) : null;
  return heading ? [heading[1]!, [{ ...first!, text: first!.text.slice(heading[0].length) }, ...rest]] : [name, cells];
}

function cellBlock({ kind, text }: ScriptCell): Block {
  if (kind === "code") return { kind: "code", text };
  return { kind: "markup", html: marked.parse(text, { async: false }), text };
}

function outputsOf({ firstLine, lastLine }: ScriptCell, outputs: readonly Output[]): Output[] {
  return outputs.filter(({ line }) => line >= firstLine && line <= lastLine);
}

function outputBlock({ shown }: { shown: Shown }): Block {
  if (typeof shown === "string") return { kind: "text", paragraphs: [shown] };
  if (isTable(shown)) return { kind: "table", table: shown };
  const description = String(shown.description ?? "");
  return { kind: "chart", spec: shown, title: description, description };
}
