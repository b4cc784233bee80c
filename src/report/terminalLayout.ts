import type { Language } from "../foundation/phrases.ts";
import type { ApaTable } from "./apaTable.ts";
import { lengthOf, longestWord, pad } from "./wrapText.ts";

/** A part of a table that fits the width: which columns, and how wide each is. */
export interface Panel {
  readonly columns: readonly number[];
  readonly widths: readonly number[];
}

export const BETWEEN = 2;
const NARROWEST_STUB = 12;
const LONGEST_WORD = 18;
/** A column of text no wider than this keeps its width where there is room: ids are not broken. */
const NARROW = 24;
const NARROWEST = 8;

/**
 * Divides a table over panels that fit. The leading columns of text (the stub) return in every panel and give way
 * first, by wrapping; columns of figures keep their width and move to a next panel when they must.
 */
export function panelsOf(table: ApaTable, width: number): Panel[] {
  const natural = table.columns.map((_, j) => naturalWidth(table, j));
  const stub = stubOf(table);
  const others = table.columns.map((_, j) => j).filter((j) => !stub.includes(j));
  const shrunk = natural.map((own, j) => (stub.includes(j) ? own : otherWidth(table, j, own, width)));
  const room = width - spread(others.map((j) => shrunk[j]!)) - (others.length > 0 ? BETWEEN : 0);
  const least = spread(stub.map((j) => leastWidth(table, j, natural[j]!)));
  if (others.length === 0 || room >= least) return [panel(stub, others, natural, shrunk, Math.max(room, NARROWEST))];
  return split(stub, others, natural, shrunk, { width, least });
}

/** A name gives way down to its longest word, within reason. */
function leastWidth(table: ApaTable, j: number, natural: number): number {
  const words = cellsOf(table, j).map(longestWord);
  return Math.min(natural, Math.max(NARROWEST_STUB, Math.min(LONGEST_WORD, Math.max(0, ...words))));
}

interface Room {
  readonly width: number;
  readonly least: number;
}

function split(stub: number[], others: number[], natural: number[], shrunk: number[], { width, least }: Room): Panel[] {
  const stubRoom = Math.min(Math.max(least, NARROWEST), Math.max(NARROWEST, Math.floor(width * 0.6)));
  const room = width - stubRoom - BETWEEN;
  const parts: number[][] = [[]];
  for (const j of others) {
    const last = parts.at(-1)!;
    if (last.length === 0 || spread([...last, j].map((i) => shrunk[i]!)) <= room) last.push(j);
    else parts.push([j]);
  }
  const capped = shrunk.map((own) => Math.min(own, room));
  return parts.map((part) => panel(stub, part, natural, capped, stubRoom));
}

function panel(stub: number[], others: number[], natural: number[], shrunk: number[], room: number): Panel {
  const given = shareOut(
    stub.map((j) => natural[j]!),
    room,
  );
  return { columns: [...stub, ...others], widths: [...given, ...others.map((j) => shrunk[j]!)] };
}

/** Widths of the stub's columns: narrow ones keep theirs, wide ones share the rest by the root of what they ask. */
function shareOut(wanted: readonly number[], room: number): number[] {
  const widths = [...wanted];
  let left = Math.max(0, room - BETWEEN * (wanted.length - 1));
  let open = wanted.map((_, i) => i);
  const long = open.filter((i) => wanted[i]! > NARROW);
  const short = open.filter((i) => !long.includes(i)).reduce((sum, i) => sum + wanted[i]!, 0);
  if (long.length > 0 && left - short >= long.length * NARROWEST_STUB) [open, left] = [long, left - short];
  for (;;) {
    const roots = open.reduce((sum, i) => sum + Math.sqrt(wanted[i]!), 0);
    const share = (i: number) => Math.max(1, Math.floor((Math.sqrt(wanted[i]!) * left) / roots));
    const wide = open.filter((i) => wanted[i]! > share(i));
    for (const i of wide) widths[i] = share(i);
    if (wide.length === open.length || wide.length === 0) return widths;
    left -= open.filter((i) => !wide.includes(i)).reduce((sum, i) => sum + wanted[i]!, 0);
    open = wide;
  }
}

function spread(widths: readonly number[]): number {
  return widths.reduce((sum, own) => sum + own, 0) + BETWEEN * Math.max(0, widths.length - 1);
}

/** The leading columns of text; at least the first column. */
function stubOf({ columns }: ApaTable): number[] {
  const first = columns.findIndex(({ align }) => align !== "left");
  const count = Math.max(1, first < 0 ? columns.length : first);
  return columns.slice(0, count).map((_, j) => j);
}

/** Text that stands among the figures wraps at a third of the width; a head of several words wraps at its words. */
function otherWidth(table: ApaTable, j: number, natural: number, width: number): number {
  const { label, align } = table.columns[j]!;
  if (align === "left") return Math.min(natural, Math.max(NARROWEST_STUB, Math.floor(width / 3)));
  return Math.max(cellsWidth(table, j), longestWord(label), 1);
}

function naturalWidth(table: ApaTable, j: number): number {
  return Math.max(1, lengthOf(table.columns[j]!.label), cellsWidth(table, j));
}

function cellsWidth(table: ApaTable, j: number): number {
  return cellsOf(table, j).reduce((most, text) => Math.max(most, lengthOf(text)), 0);
}

/** The cells of a column as they stand, without headings; figures lined up at their decimal sign. */
export function cellsOf({ body, columns, headings = [], language }: ApaTable, j: number): string[] {
  const cells = body.map((line, i) => (headings.includes(i) ? "" : (line[j] ?? "")));
  return columns[j]!.align === "right" ? aligned(cells, language) : cells;
}

const FIGURE = { en: /^([^.]*?)(\.\d.*|\**)$/, nl: /^([^,]*?)(,\d.*|\**)$/ };

function aligned(cells: readonly string[], language: Language): string[] {
  const parts = cells.map((text) => (text.startsWith("[") ? null : FIGURE[language].exec(text)));
  const tail = Math.max(0, ...parts.map((part) => lengthOf(part?.[2] ?? "")));
  return cells.map((text, i) => {
    const part = parts[i];
    return part && text !== "" ? part[1]! + pad(part[2]!, tail, "right") : text;
  });
}
