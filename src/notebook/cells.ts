/** A cell of a script with `// %%` marks: code, or text in comment lines after `// %% [markdown]`. */
export interface ScriptCell {
  readonly kind: "code" | "markdown";
  readonly text: string;
  /** Lines of the script the cell spans, counted from 1, the mark included. */
  readonly firstLine: number;
  readonly lastLine: number;
}

const MARK = /^\/\/ %%(?<markdown> \[markdown\])?\s*$/;

/**
 * Cuts a script into cells at its `// %%` lines. What stands before the first mark is a code cell of its own.
 * @example cellsOf("// %% [markdown]\n// # Title\n// %%\nlet a = 1;").map((cell) => cell.text) // ["# Title", "let a = 1;"]
 */
export function cellsOf(script: string): ScriptCell[] {
  const lines = script.split(/\r?\n/);
  const starts = lines.flatMap((line, index) => (MARK.test(line) ? [index] : []));
  const edges = starts[0] === 0 ? starts : [-1, ...starts];
  return edges.map((start, i) => cellAt(lines, start, edges[i + 1] ?? lines.length)).filter(({ text }) => text !== "");
}

function cellAt(lines: readonly string[], start: number, end: number): ScriptCell {
  const isMarkdown = start >= 0 && MARK.exec(lines[start]!)?.groups?.markdown !== undefined;
  const body = lines.slice(start + 1, end);
  const text = (isMarkdown ? body.map(withoutComment) : body).join("\n").trim();
  return { kind: isMarkdown ? "markdown" : "code", text, firstLine: Math.max(start, 0) + 1, lastLine: end };
}

function withoutComment(line: string): string {
  return line.replace(/^\/\/ ?/, "");
}
