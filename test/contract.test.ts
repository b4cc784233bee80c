import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { findCommand } from "../src/cli/commands.ts";
import { commandNameOf } from "../src/cli/statisticIndex.ts";
import { GLOSSARY } from "../src/foundation/glossary.ts";
import { DEFAULTS_THAT_DIFFER, shared } from "../src/foundation/options.ts";
import { notePhrase } from "../src/foundation/phrases.ts";
import type { Result } from "../src/foundation/result.ts";
import { loadCard, STATISTIC_NAMES } from "../src/results/registry.ts";
import { glance, tidy } from "../src/results/tidy.ts";
import { inputRoles } from "../src/table/input.ts";
import { importsOf, ROOT, sourceFiles } from "./sourceFiles.ts";

const FILES = sourceFiles("src");
const GUIDE = readFileSync(join(ROOT, "notebooks/guide/statistics.md"), "utf8");
const CHANGELOG = readFileSync(join(ROOT, "CHANGELOG.md"), "utf8");
const CARDS = await Promise.all(STATISTIC_NAMES.map(async (kind) => [kind, await loadCard(kind)] as const));

function exampleOf(card: (typeof CARDS)[number][1]): Result {
  return card.run(card.example.data as never, card.example.options as never);
}

describe.each(CARDS)("%s", (kind, card) => {
  const result = exampleOf(card);

  test("is named alike everywhere", () => {
    expect(card.kind).toBe(kind);
    expect(result.kind).toBe(kind);
    const file = FILES.find(({ path }) => path.endsWith(`/${kind}.ts`));
    expect(file?.text).toMatch(new RegExp(`export function ${kind}\\(`));
    expect(file?.text).toMatch(new RegExp(`export const ${kind}Card = `));
  });

  test("survives JSON unchanged and fits its own schema, as zod and as JSON Schema", () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(card.result.parse(result)).toEqual(result);
    const schema = JSON.parse(readFileSync(join(ROOT, "schemas", `${kind}.schema.json`), "utf8"));
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    validate(result);
    expect(validate.errors).toBeNull();
  });

  test("its stored JSON Schema is the one the card gives", () => {
    const schema = JSON.parse(readFileSync(join(ROOT, "schemas", `${kind}.schema.json`), "utf8"));
    expect(schema).toMatchObject({ properties: JSON.parse(JSON.stringify(z.toJSONSchema(card.result).properties)) });
  });

  test("gives the same twice and leaves its data alone", () => {
    const before = JSON.stringify(card.example.data);
    expect(exampleOf(card)).toEqual(result);
    expect(JSON.stringify(card.example.data)).toBe(before);
  });

  test("rows have only columns of the glossary, within their bounds", async () => {
    const rows = [...(await tidy(result)), await glance(result)];
    expect(rows.length).toBeGreaterThan(1);
    for (const [name, cell] of rows.flatMap((row) => Object.entries(row))) {
      expect(Object.keys(GLOSSARY)).toContain(name);
      const [lowest, highest] =
        (GLOSSARY as Record<string, { bounds?: readonly (number | null)[] }>)[name]?.bounds ?? [];
      if (typeof cell === "number") {
        expect(cell, name).toBeGreaterThanOrEqual(lowest ?? Number.NEGATIVE_INFINITY);
        expect(cell, name).toBeLessThanOrEqual(highest ?? Number.POSITIVE_INFINITY);
      }
    }
  });

  test("every note has a phrase in both languages", () => {
    const missing = result.notes.filter(
      ({ code, values }) => notePhrase(code, values, "nl") === code || notePhrase(code, values, "en") === code,
    );
    expect(missing).toEqual([]);
  });

  test("refuses an unknown option and an unknown input", () => {
    expect(() => card.run(card.example.data as never, { nonsense: 1 } as never)).toThrow(/nonsense/);
    expect(() => card.run({ ...(card.example.data as object), nonsense: [1] } as never)).toThrow(/nonsense/);
  });

  test("the resolved options are in the result", () => {
    expect(Object.keys(result.options).sort()).toEqual(
      Object.keys(card.options.parse(card.example.options ?? {}) as object).sort(),
    );
  });

  test("shared options have the shared default unless the list explains it", () => {
    expect(Object.keys(shared).length).toBeGreaterThan(2);
    for (const [name, schema] of Object.entries(shared)) {
      const own = card.options.shape[name] as z.ZodType | undefined;
      const common = (schema as z.ZodType).safeParse(undefined);
      if (!own || !common.success) continue;
      const differs = own.safeParse(undefined).data !== common.data;
      expect(differs, name).toBe(DEFAULTS_THAT_DIFFER[kind]?.option === name);
    }
  });

  test("has texts in both languages, a source, and a role for each input", () => {
    for (const text of [card.label, card.summary]) {
      expect(text.nl.length).toBeGreaterThan(3);
      expect(text.en.length).toBeGreaterThan(3);
    }
    expect(card.source).toMatch(/\d{4}/);
    expect(inputRoles(card.input).every(({ role }) => role.help.nl !== "" && role.help.en !== "")).toBe(true);
  });

  test("calls exactly the statistics it names", () => {
    const file = FILES.find(({ path }) => path.endsWith(`/${kind}.ts`))!;
    const others = STATISTIC_NAMES.filter((name) => name !== kind);
    const called = others.filter((name) => importsOf(file.text).some((target) => target.endsWith(`/${name}.ts`)));
    expect([...card.composes].sort()).toEqual(called.sort());
  });

  test("names charts that exist", () => {
    const charts = FILES.filter(({ path }) => path.startsWith("src/charts/")).map(({ path }) =>
      path.slice("src/charts/".length, -3),
    );
    expect(card.charts.filter((chart) => !charts.includes(chart))).toEqual([]);
  });

  test("has a fixture made by R, a doc comment, a row in the guide and a line in the changelog", () => {
    const fixture = join(ROOT, "test/fixtures/r", `${kind}.json`);
    expect(existsSync(fixture), fixture).toBe(true);
    const made = JSON.parse(readFileSync(fixture, "utf8"));
    for (const design of ["ordinary", "boundary", "extreme", "missing"]) {
      expect(
        made.cases.some(({ name }: { name: string }) => name.includes(design)),
        `${kind}: ${design}`,
      ).toBe(true);
    }
    expect(made).toMatchObject({
      source: { script: expect.stringContaining(`${kind}.R`), R: expect.any(String), packages: expect.anything() },
    });
    const { text } = FILES.find(({ path }) => path.endsWith(`/${kind}.ts`))!;
    const [comment = ""] =
      text.match(new RegExp(`/\\*\\*(?:(?!\\*/)[\\s\\S])*\\*/\\nexport function ${kind}\\(`)) ?? [];
    for (const tag of ["@param", "@returns", "@see", "@example"]) expect(comment, `${kind} ${tag}`).toContain(tag);
    expect(GUIDE).toContain(commandNameOf(kind));
    expect(CHANGELOG).toContain(`\`${kind}\``);
  });

  test("has a command with help and an example", async () => {
    const command = await findCommand(commandNameOf(kind));
    expect(command.summary).toEqual(card.summary);
    expect(command.example).toContain(`betrokken ${commandNameOf(kind)} `);
  });
});

describe("the registry", () => {
  test("no circle of statistics that call each other", () => {
    const calls = new Map(CARDS.map(([kind, card]) => [kind as string, card.composes]));
    const reaches = (from: string, seen: readonly string[]): boolean =>
      (calls.get(from) ?? []).some((next) => seen.includes(next) || reaches(next, [...seen, next]));
    expect([...calls.keys()].filter((kind) => reaches(kind, [kind]))).toEqual([]);
  });

  test("every card in src is registered", () => {
    const defined = FILES.flatMap(({ text }) =>
      [...text.matchAll(/export const (\w+)Card = defineStatistic/g)].map((match) => match[1]!),
    );
    expect(defined.sort()).toEqual([...STATISTIC_NAMES].sort());
  });

  test("no default differs without a statistic that has it", () => {
    expect(Object.keys(DEFAULTS_THAT_DIFFER).filter((kind) => !STATISTIC_NAMES.includes(kind as never))).toEqual([]);
  });
});
