import { refuse } from "../foundation/errors.ts";
import { fromColumns, type Matrix } from "../numeric/matrices.ts";
import type { Categories, NumberColumns } from "../table/input.ts";

/** A moderator or an interaction: its columns of the design. */
export interface ModeratorTerm {
  readonly term: string;
  readonly columns: readonly number[];
}

export interface ModeratorDesign {
  readonly matrix: Matrix;
  /** Name of every coefficient; the first is the intercept. */
  readonly names: readonly string[];
  readonly terms: readonly ModeratorTerm[];
  /** Of every coefficient: the columns that are multiplied in it; none for the intercept, two for an interaction. */
  readonly parts: readonly (readonly string[])[];
  /** The levels of every factor that the effects have, the reference first. */
  readonly levels: Readonly<Record<string, readonly string[]>>;
  /** Level that the others are compared with, per factor. */
  readonly references: Readonly<Record<string, string>>;
}

interface Columns {
  readonly names: readonly string[];
  readonly parts: readonly (readonly string[])[];
  readonly values: readonly Float64Array[];
}

/**
 * The design matrix of a meta-regression: an intercept, numbers as they are, factors as one column for every level but
 * the first (in order of the alphabet), interactions as products.
 * @param rows the rows to take
 * @throws option/invalid for an interaction of something that is not there
 */
export function moderatorDesign(
  numbers: NumberColumns | undefined,
  factors: Readonly<Record<string, Categories>>,
  interactions: readonly string[],
  rows: Int32Array,
): ModeratorDesign {
  const main = new Map<string, Columns>();
  numbers?.names.forEach((name, j) => {
    const values = [Float64Array.from(rows, (row) => numbers.columns[j]![row]!)];
    main.set(name, { names: [name], parts: [[name]], values });
  });
  const references: Record<string, string> = {};
  const levels: Record<string, readonly string[]> = {};
  for (const [name, factor] of Object.entries(factors)) {
    const { present, columns } = levelColumns(name, factor, rows);
    references[name] = present[0]!;
    levels[name] = present;
    main.set(name, columns);
  }
  const all: [string, Columns][] = [
    ...main,
    ...interactions.map((name): [string, Columns] => [name, products(name, main)]),
  ];
  const intercept = new Float64Array(rows.length).fill(1);
  let next = 1;
  const terms = all.map(([term, { names }]) => ({ term, columns: names.map(() => next++) }));
  return {
    matrix: fromColumns([intercept, ...all.flatMap(([, { values }]) => values)]),
    names: ["intercept", ...all.flatMap(([, { names }]) => names)],
    terms,
    parts: [[], ...all.flatMap(([, { parts }]) => parts)],
    levels,
    references,
  };
}

function levelColumns(name: string, { levels, codes }: Categories, rows: Int32Array) {
  const present = levels.filter((_, code) => rows.some((row) => codes[row] === code)).sort();
  if (present.length < 2) refuse("moderator/one-level", { name });
  const columns = present.slice(1).map((level) => {
    const code = levels.indexOf(level);
    return Float64Array.from(rows, (row) => (codes[row] === code ? 1 : 0));
  });
  const names = present.slice(1).map((level) => `${name}: ${level}`);
  return { present, columns: { names, parts: names.map((one) => [one]), values: columns } };
}

function products(name: string, main: ReadonlyMap<string, Columns>): Columns {
  const parts = name.split("*").map((part) => part.trim());
  const known = [...main.keys()].join(", ");
  const [a, b] = parts.map((part) => main.get(part));
  if (parts.length !== 2 || !a || !b) refuse("option/invalid", { option: "interactions", expected: `a*b (${known})` });
  const pairs = a.values.flatMap((x, i) => b.values.map((y, j) => ({ x, y, parts: [a.names[i]!, b.names[j]!] })));
  return {
    names: pairs.map(({ parts }) => parts.join(" × ")),
    parts: pairs.map(({ parts }) => parts),
    values: pairs.map(({ x, y }) => x.map((value, row) => value * y[row]!)),
  };
}
