import { z } from "zod";
import { refuse, refuseAll } from "../foundation/errors.ts";
import type { Text } from "../foundation/phrases.ts";
import type { AnyCard } from "../foundation/statistic.ts";
import { loadCard, type StatisticName } from "../results/registry.ts";
import { readTable } from "../sources/readTable.ts";
import { capped } from "../study/checkAnswers.ts";
import { sheetNumbers } from "../study/sheetNumbers.ts";
import { type InputRole, inputRoles } from "../table/input.ts";
import { categoriesOf, fieldOf, numbersOf, type Table } from "../table/table.ts";
import { type Call, type Command, EXIT, type Flag } from "./command.ts";
import { placed } from "./placed.ts";
import { printResult } from "./printResult.ts";
import { DISCLOSURE_FLAG, READ_FLAGS, readOptions } from "./readFlags.ts";
import { commandNameOf } from "./statisticIndex.ts";
import { tellNotes } from "./tellNotes.ts";

/** The command of a statistic, made from its card: columns of a file in, its result out. */
export async function statisticCommand(kind: StatisticName): Promise<Command> {
  const card = await loadCard(kind);
  const name = commandNameOf(kind);
  return {
    name,
    summary: card.summary,
    words: "<data.csv>",
    flags: { ...inputFlags(card), ...optionFlags(card), ...READ_FLAGS, ...DISCLOSURE_FLAG },
    example: `betrokken ${name} data.csv ${exampleFlags(card)}`,
    printsResult: true,
    run: (call) => runStatistic(card, call),
  };
}

async function runStatistic(card: AnyCard, call: Call): Promise<number> {
  const path = call.words[0] ?? refuse("usage/word-missing", { word: "<data.csv>" });
  const { table, notes } = await readTable(path, readOptions(call));
  tellNotes(notes, call);
  refuseText(card, table, call);
  const input = inputOf(card, table, call);
  const result = placed(table, columnOf(card, call), () => card.run(input as never, optionsOf(card, call) as never));
  await printResult(result, call);
  return EXIT.done;
}

/** Which column of the file an input is; the name itself where it names a column already. */
function columnOf(card: AnyCard, { flags }: Call): (input: string) => string {
  const single = inputRoles(card.input).filter(({ role }) => role.role !== "numbers" && role.role !== "categories");
  return (input) => {
    const given = single.some(({ name }) => name === input) ? flags[commandNameOf(input)] : undefined;
    return typeof given === "string" ? given : input;
  };
}

const ROLE_VALUES: Record<InputRole["role"], string> = {
  numbers: "a,b,c",
  number: "column",
  categories: "a,b,c",
  category: "column",
  label: "column",
};

function inputFlags(card: AnyCard): Record<string, Flag> {
  return Object.fromEntries(
    inputRoles(card.input).map(({ name, role }) => [
      commandNameOf(name),
      { type: "string", value: ROLE_VALUES[role.role], help: role.help } satisfies Flag,
    ]),
  );
}

function inputOf(card: AnyCard, table: Table, call: Call): Record<string, unknown> {
  const entries = inputRoles(card.input).flatMap(({ name, optional, role }) => {
    const flag = commandNameOf(name);
    const given = call.flags[flag];
    if (given === undefined && optional) return [];
    if (given === undefined) refuse("usage/flag-value", { flag: `--${flag}`, expected: ROLE_VALUES[role.role] });
    return [[name, columnsFor(table, role.role, String(given))]];
  });
  return Object.fromEntries(entries);
}

/** Text where numbers should stand: every row of every column, not only the first. */
function refuseText(card: AnyCard, table: Table, { flags }: Call): void {
  const numbers = inputRoles(card.input).filter(({ role }) => role.role === "number" || role.role === "numbers");
  const columns = numbers.flatMap(({ name, role }) => {
    const given = flags[commandNameOf(name)];
    if (typeof given !== "string") return [];
    return role.role === "number" ? [given] : given.split(",").map((column) => column.trim());
  });
  const text = [...new Set(columns)].filter((column) => fieldOf(table, column).kind === "text");
  refuseAll(text.flatMap((column) => capped(sheetNumbers(table, column).problems)));
}

function columnsFor(table: Table, role: InputRole["role"], names: string): unknown {
  const list = names.split(",").map((name) => name.trim());
  if (role === "numbers") return numbersOf(table, list);
  if (role === "number") return numbersOf(table, [names])[names];
  if (role === "categories") return Object.fromEntries(list.map((name) => [name, categoriesOf(table, name)]));
  return categoriesOf(table, names);
}

interface OptionSchema {
  readonly type?: string | undefined;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly help?: Text;
}

/** An option that may be null has two types: null itself is said by leaving it out. */
type WrittenSchema = Omit<OptionSchema, "type"> & { readonly type?: string | readonly string[] };

function optionSchemas(card: AnyCard): [string, OptionSchema][] {
  const json = z.toJSONSchema(card.options, { io: "input", unrepresentable: "any" });
  return (Object.entries(json.properties ?? {}) as [string, WrittenSchema][]).map(([name, schema]) => [
    name,
    { ...schema, type: [schema.type].flat().find((type) => type !== "null") },
  ]);
}

/** What stands for the value in the help, where the name of the type would say little. */
const VALUES: Readonly<Record<string, string>> = { object: "column=value,..." };

function optionFlags(card: AnyCard): Record<string, Flag> {
  return Object.fromEntries(
    optionSchemas(card).map(([name, schema]) => [
      commandNameOf(name),
      {
        type: schema.type === "boolean" ? "boolean" : "string",
        ...(schema.type === "boolean"
          ? {}
          : { value: schema.enum?.join("|") ?? VALUES[schema.type ?? ""] ?? schema.type ?? "value" }),
        help: schema.help ?? { en: name, nl: name },
        ...(schema.default === undefined || schema.type === "object" ? {} : { fallback: String(schema.default) }),
      } satisfies Flag,
    ]),
  );
}

function optionsOf(card: AnyCard, call: Call): Record<string, unknown> {
  const given = optionSchemas(card).flatMap(([name, { type }]) => {
    const value = call.flags[commandNameOf(name)];
    return value === undefined ? [] : [[name, optionValue(type, value)]];
  });
  return Object.fromEntries(given);
}

function optionValue(type: string | undefined, value: string | boolean): unknown {
  if (typeof value === "boolean") return value;
  if (type === "number" || type === "integer") return Number(value.replace(",", "."));
  if (type === "object") return recordOf(value);
  return type === "array" ? value.split(",").map((part) => part.trim()) : value;
}

/** `talk=0.8,help=0.7`: what looks like a number is one. */
function recordOf(value: string): Record<string, string | number> {
  const parts = value.split(",").map((part) => part.split("=").map((side) => side.trim()));
  return Object.fromEntries(
    parts.map(([column = "", given = ""]) => [
      column,
      given !== "" && Number.isFinite(Number(given)) ? Number(given) : given,
    ]),
  );
}

function exampleFlags(card: AnyCard): string {
  const data = card.example.data as Record<string, unknown>;
  return inputRoles(card.input)
    .filter(({ name }) => data[name] !== undefined)
    .map(({ name, role }) => {
      const value =
        role.role === "numbers" || role.role === "categories" ? Object.keys(data[name] as object).join(",") : name;
      return `--${commandNameOf(name)} ${value}`;
    })
    .join(" ");
}
