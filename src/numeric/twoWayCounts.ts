/** A column of ordered categories: codes from 0, -1 where missing. */
export interface CategoryCodes {
  readonly codes: Int32Array;
  /** The values that occur, from low to high. */
  readonly levels: readonly number[];
}

/**
 * The distinct values of a column as codes in their order.
 * @param column numbers; NaN is missing
 * @param most the largest number of distinct values that is still a scale
 * @returns null when there are more
 * @example categoryCodes(Float64Array.of(5, 2, NaN, 5), 9).levels // [2, 5]
 */
export function categoryCodes(column: Float64Array, most: number): CategoryCodes | null {
  const lookup = smallWholes(column);
  return lookup === null ? anyCodes(column, most) : smallCodes(column, lookup, most);
}

/** Answers from -64 up to 191 are looked up by place. */
const LOWEST = -64;
const PLACES = 256;

/** Marks which small whole numbers occur; null when there is anything else. */
function smallWholes(column: Float64Array): Int16Array | null {
  const found = new Int16Array(PLACES);
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!;
    if (Number.isNaN(value)) continue;
    const place = (value | 0) - LOWEST;
    if ((value | 0) !== value || place < 0 || place >= PLACES) return null;
    found[place] = 1;
  }
  return found;
}

function smallCodes(column: Float64Array, lookup: Int16Array, most: number): CategoryCodes | null {
  const levels: number[] = [];
  for (let place = 0; place < PLACES; place++) {
    if (lookup[place] === 1) lookup[place] = levels.push(place + LOWEST) - 1;
  }
  if (levels.length > most) return null;
  const codes = new Int32Array(column.length);
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!;
    codes[i] = Number.isNaN(value) ? -1 : lookup[(value | 0) - LOWEST]!;
  }
  return { codes, levels };
}

function anyCodes(column: Float64Array, most: number): CategoryCodes | null {
  const found = new Set<number>();
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!;
    if (!Number.isNaN(value) && !found.has(value) && found.add(value).size > most) return null;
  }
  const levels = [...found].sort((a, b) => a - b);
  const place = new Map(levels.map((value, code) => [value, code]));
  return { codes: Int32Array.from(column, (value) => place.get(value) ?? -1), levels };
}

/**
 * How often each two categories of two columns occur together.
 * @returns rows by columns of counts; rows in which either is missing do not count
 * @example twoWayCounts({ codes: Int32Array.of(0, 1, 1), levels: [1, 2] }, { codes: Int32Array.of(0, 0, -1), levels: [3] }) // [[1], [1]]
 */
export function twoWayCounts(a: CategoryCodes, b: CategoryCodes): number[][] {
  const width = b.levels.length;
  const counts = new Int32Array(a.levels.length * width);
  for (let i = 0; i < a.codes.length; i++) {
    const row = a.codes[i]!;
    const column = b.codes[i]!;
    if (row >= 0 && column >= 0) counts[row * width + column]! += 1;
  }
  return a.levels.map((_, i) => Array.from(counts.subarray(i * width, (i + 1) * width)));
}
