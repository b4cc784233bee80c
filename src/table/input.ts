import { z } from "zod";
import { type Problem, refuse, refuseAll } from "../foundation/errors.ts";
import type { Given, Resolved } from "../foundation/options.ts";
import type { Text } from "../foundation/phrases.ts";

/** A column of numbers as a caller may give it: null, undefined and NaN are missing. */
export type NumberColumn = ArrayLike<number | null | undefined>;
/** A column of categories, ids or names as a caller may give it: null, undefined, NaN and "" are missing. */
export type CategoryColumn = ArrayLike<string | number | null | undefined>;

/** Several columns of numbers, read: NaN is missing. */
export interface NumberColumns {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
  readonly rows: number;
}

/** A column of categories, read: code -1 is missing; levels in order of first appearance. */
export interface Categories {
  readonly levels: readonly string[];
  readonly codes: Int32Array;
  readonly rows: number;
}

/** What an input field wants; the CLI reads it to map columns of a file onto the statistic. */
export interface InputRole {
  readonly role: "numbers" | "number" | "categories" | "category" | "label";
  readonly help: Text;
  readonly minimum?: number;
}

/** One column of numbers. */
export function numberColumn(help: Text) {
  return z.custom<NumberColumn>(isColumn).transform(readNumbers).meta({ role: "number", help });
}

/** Named columns of numbers, at least `minimum` of them. */
export function numberColumns(help: Text, minimum = 1) {
  return z
    .custom<Readonly<Record<string, NumberColumn>>>(isRecord)
    .transform(readNumberColumns)
    .meta({ role: "numbers", help, minimum });
}

/** One column of categories: a group, a cluster. */
export function categoryColumn(help: Text) {
  return z.custom<CategoryColumn>(isColumn).transform(readCategories).meta({ role: "category", help });
}

/** Named columns of categories: factors. */
export function categoryColumns(help: Text) {
  return z
    .custom<Readonly<Record<string, CategoryColumn>>>(isRecord)
    .transform((columns) =>
      Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, readCategories(column)])),
    )
    .meta({ role: "categories", help });
}

/** One column of names to show, kept as they are. */
export function labelColumn(help: Text) {
  return z.custom<CategoryColumn>(isColumn).transform(readLabels).meta({ role: "label", help });
}

/**
 * Reads a statistic's data: refuses unknown, missing and unequally long columns, text among numbers and infinities,
 * all at once and each with its row and column.
 * @throws input/unknown, input/missing, input/unequal-length, data/not-a-number, data/not-finite, data/empty
 */
export function read<S extends z.ZodObject>(schema: S, data: Given<S>): Resolved<S> {
  refuseAll(shapeProblems(schema, data));
  refuseAll(contentProblems(schema, data));
  const values = schema.parse(data) as Record<string, unknown>;
  refuseUnequalLengths(values);
  return values as Resolved<S>;
}

function roleOf(field: z.ZodType): InputRole | undefined {
  const inner = field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType) : field;
  return inner.meta() as InputRole | undefined;
}

/** The role of every field of an input schema, and whether it may be left out. */
export function inputRoles(schema: z.ZodObject): { name: string; optional: boolean; role: InputRole }[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const role = roleOf(field as z.ZodType);
    if (!role) throw new Error(`input ${name} has no role`);
    return { name, optional: field instanceof z.ZodOptional, role };
  });
}

function shapeProblems(schema: z.ZodObject, data: unknown): Problem[] {
  const given = (data ?? {}) as Record<string, unknown>;
  const known = Object.keys(schema.shape);
  const unknown = Object.keys(given).filter((input) => !known.includes(input));
  const fields = inputRoles(schema).flatMap(({ name, optional, role }): Problem[] => {
    const value = given[name];
    const expected = EXPECTED[role.role];
    if (value === undefined || value === null)
      return optional ? [] : [{ code: "input/missing", values: { input: name, expected } }];
    const several = role.role === "numbers" || role.role === "categories";
    const fits = several ? isRecord(value) : isColumn(value);
    return fits ? [] : [{ code: "input/invalid", values: { input: name, expected } }];
  });
  return [
    ...unknown.map((input): Problem => ({ code: "input/unknown", values: { input, known: known.join(", ") } })),
    ...fields,
  ];
}

const EXPECTED: Record<InputRole["role"], string> = {
  numbers: "{ name: number[], ... }",
  number: "number[]",
  categories: "{ name: (string | number)[], ... }",
  category: "(string | number)[]",
  label: "string[]",
};

function isColumn(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function isRecord(value: unknown): value is Record<string, ArrayLike<unknown>> {
  return typeof value === "object" && value !== null && !isColumn(value) && Object.values(value).every(isColumn);
}

/** Numbers that come as Float64Array are not copied: nothing writes in its input. */
function readNumbers(column: NumberColumn): Float64Array {
  if (column instanceof Float64Array) return column;
  const numbers = new Float64Array(column.length);
  for (let i = 0; i < numbers.length; i++) numbers[i] = column[i] ?? Number.NaN;
  return numbers;
}

function readNumberColumns(columns: Readonly<Record<string, NumberColumn>>): NumberColumns {
  const names = Object.keys(columns);
  const read = names.map((name) => readNumbers(columns[name]!));
  return { names, columns: read, rows: read[0]?.length ?? 0 };
}

function readCategories(column: CategoryColumn): Categories {
  const index = new Map<string, number>();
  const codes = new Int32Array(column.length);
  for (let i = 0; i < column.length; i++) {
    const level = labelOf(column[i]);
    if (level !== null && !index.has(level)) index.set(level, index.size);
    codes[i] = level === null ? -1 : index.get(level)!;
  }
  return { levels: [...index.keys()], codes, rows: column.length };
}

function readLabels(column: CategoryColumn): (string | null)[] {
  return Array.from(column, labelOf);
}

function labelOf(value: string | number | null | undefined): string | null {
  return value === null || value === undefined || value === "" || Number.isNaN(value) ? null : String(value);
}

function isNumberColumns(value: unknown): value is NumberColumns {
  return typeof value === "object" && value !== null && "names" in value;
}

function isCategories(value: unknown): value is Categories {
  return typeof value === "object" && value !== null && "codes" in value && value.codes instanceof Int32Array;
}

function contentProblems(schema: z.ZodObject, data: Record<string, unknown>): Problem[] {
  return inputRoles(schema).flatMap(({ name, role }): Problem[] => {
    const value = data[name];
    if (value === undefined || value === null) return [];
    if (role.role === "number") return numberProblems(value as ArrayLike<unknown>, name);
    return role.role === "numbers"
      ? columnsProblems(value as Record<string, ArrayLike<unknown>>, name, role.minimum ?? 1)
      : [];
  });
}

function columnsProblems(
  columns: Readonly<Record<string, ArrayLike<unknown>>>,
  input: string,
  minimum: number,
): Problem[] {
  const entries = Object.entries(columns);
  if (entries.length < minimum)
    return [{ code: "input/too-few-columns", values: { input, minimum, found: entries.length } }];
  return entries.flatMap(([name, column]) => numberProblems(column, name));
}

function numberProblems(values: ArrayLike<unknown>, column: string): Problem[] {
  if (values instanceof Float64Array && isFiniteOrMissing(values)) return [];
  const problems: Problem[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === null || value === undefined) continue;
    if (typeof value !== "number")
      problems.push({ code: "data/not-a-number", values: {}, location: { row: i + 1, column } });
    else if (Math.abs(value) === Number.POSITIVE_INFINITY)
      problems.push({ code: "data/not-finite", values: {}, location: { row: i + 1, column } });
  }
  return problems;
}

function isFiniteOrMissing(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (Math.abs(values[i]!) === Number.POSITIVE_INFINITY) return false;
  return true;
}

function refuseUnequalLengths(values: Record<string, unknown>): void {
  const lengths = Object.entries(values).flatMap(([field, value]) => columnLengths(field, value));
  const first = lengths[0];
  if (!first) return;
  const other = lengths.find(([, length]) => length !== first[1]);
  if (other) refuse("input/unequal-length", { first: first[0], a: first[1], b: other[1] }, { column: other[0] });
  if (first[1] === 0) refuse("data/empty");
}

function columnLengths(field: string, value: unknown): [string, number][] {
  if (value === undefined) return [];
  if (isNumberColumns(value)) return value.names.map((name, j) => [name, value.columns[j]!.length]);
  if (Array.isArray(value) || value instanceof Float64Array) return [[field, value.length]];
  if (isCategories(value)) return [[field, value.rows]];
  return Object.entries(value as Readonly<Record<string, Categories>>).map(([name, { rows }]) => [name, rows]);
}
