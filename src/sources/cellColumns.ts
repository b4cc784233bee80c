/** A column as read: every different text once, and which of them each row has. */
export interface CellColumn {
  readonly name: string;
  /** The different texts, in order of first appearance. */
  readonly levels: readonly string[];
  /** How often each occurs. */
  readonly counts: readonly number[];
  /** The row (from 0) where each occurs first. */
  readonly firstRows: readonly number[];
  readonly codes: Int32Array;
}

interface Growing {
  readonly index: Map<string, number>;
  readonly counts: number[];
  readonly firstRows: number[];
  codes: Int32Array;
}

export interface CellCollector {
  readonly add: (cells: readonly string[]) => void;
  /** The columns of what was added, with these names. */
  readonly columns: (names: readonly string[]) => CellColumn[];
}

const FIRST_SIZE = 1024;

/** Collects rows of texts into columns. Answers repeat, so each different text is kept, and later judged, once. */
export function collectCells(width: number): CellCollector {
  const growing = Array.from({ length: width }, newColumn);
  let rows = 0;
  return {
    add: (cells) => {
      for (let j = 0; j < width; j++) addCell(growing[j]!, cells[j]!, rows);
      rows++;
    },
    columns: (names) => growing.map((column, j) => finished(column, names[j]!, rows)),
  };
}

function newColumn(): Growing {
  return { index: new Map(), counts: [], firstRows: [], codes: new Int32Array(FIRST_SIZE) };
}

function addCell(column: Growing, text: string, row: number): void {
  let code = column.index.get(text);
  if (code === undefined) {
    code = column.index.size;
    column.index.set(text, code);
    column.counts.push(0);
    column.firstRows.push(row);
  }
  column.counts[code]!++;
  if (row === column.codes.length) column.codes = doubled(column.codes);
  column.codes[row] = code;
}

function doubled(codes: Int32Array): Int32Array {
  const larger = new Int32Array(codes.length * 2);
  larger.set(codes);
  return larger;
}

function finished({ index, counts, firstRows, codes }: Growing, name: string, rows: number): CellColumn {
  return { name, levels: [...index.keys()], counts, firstRows, codes: codes.slice(0, rows) };
}
