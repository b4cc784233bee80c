import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { component } from "../../src/frameworks/components.ts";
import { contradictionsAmong, literature } from "../../src/frameworks/literature.ts";
import { literatureData } from "../../src/frameworks/literatureData.ts";
import { literatureGuide } from "../../src/frameworks/literatureGuide.ts";
import { ROOT } from "../sourceFiles.ts";

const { effects, sources, contradictions, outcomes } = literatureData();

function ids(query: Parameters<typeof literature>[0]): string[] {
  return literature(query).map(({ id }) => id);
}

describe("the data", () => {
  test("ids are unique, sources and outcomes exist and are used, components resolve", () => {
    expect(new Set(effects.map(({ id }) => id)).size).toBe(effects.length);
    expect(effects.filter(({ source }) => !sources.has(source))).toEqual([]);
    expect([...sources.keys()].filter((id) => !effects.some(({ source }) => source === id))).toEqual([]);
    expect(effects.filter(({ outcome }) => !Object.hasOwn(outcomes, outcome))).toEqual([]);
    const named = [...effects, ...contradictions].flatMap(({ components }) => components);
    expect(named.filter((id) => component(id) === undefined)).toEqual([]);
  });

  test("every row has a value, a range or a direction, and only rows with a value may be pooled", () => {
    expect(
      effects.filter(({ value, range, direction }) => value === null && range === null && direction === null),
    ).toEqual([]);
    expect(effects.filter(({ poolable, value, measure }) => poolable && (value === null || measure !== "r"))).toEqual(
      [],
    );
    expect(effects.filter(({ measure, value }) => measure === "direction" && value !== null)).toEqual([]);
  });

  test("correlations are correlations, and intervals hold their value", () => {
    const r = effects.filter(({ measure, value }) => measure === "r" && value !== null);
    expect(r.filter(({ value }) => Math.abs(value!) >= 1)).toEqual([]);
    expect(
      effects.filter(({ ci, value }) => ci !== null && value !== null && (value < ci[0] || value > ci[1])),
    ).toEqual([]);
  });

  test("every text is there in both languages", () => {
    const texts = (value: unknown): { nl: string; en: string }[] => {
      if (typeof value !== "object" || value === null) return [];
      return "nl" in value && "en" in value ? [value as never] : Object.values(value).flatMap(texts);
    };
    const all = texts([effects, [...sources.values()], contradictions, outcomes]);
    expect(all.length).toBeGreaterThan(200);
    expect(all.filter(({ nl, en }) => nl.trim() === "" || en.trim() === "")).toEqual([]);
  });

  test("contradictions name figures that exist", () => {
    const known = new Set(effects.map(({ id }) => id));
    const named = contradictions.flatMap(({ sides }) => sides.flatMap((side) => side.effects));
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(contradictions).toHaveLength(10);
  });

  test("the guide's page was written from these data", () => {
    expect(readFileSync(join(ROOT, "notebooks/guide/literature.md"), "utf8")).toBe(literatureGuide());
  });

  const tables = join(ROOT, "..", "shared", "facts", "published_tables.json");
  test.skipIf(!existsSync(tables))("no figure of a row that was only recalled is in the data", () => {
    const text = JSON.stringify(effects);
    expect(text).not.toContain("from_memory");
    const recalled = effects.filter(({ components, value }) => components.includes("fan_chen/participation") && value === 0.32); // biome-ignore format: one line
    expect(recalled).toEqual([]);
  });
});

describe("asked", () => {
  test("by component: Fan & Chen as reported by Lusse, with k and n", () => {
    const rows = literature({ component: "fan_chen.expectations", measure: "r" });
    expect(rows[0]).toMatchObject({ r: 0.39, k: 10, n: 24826, match: "own", conversion: null });
    expect(literature({ component: "fan_chen/communication" })[0]).toMatchObject({ r: 0.17, n: 26493 });
    expect(literature({ component: "fan_chen/supervision" })[0]).toMatchObject({ r: 0.13, k: 12, n: 69137 });
  });

  test("through the crosswalk, marked; not unless asked", () => {
    const query = { component: "hill_tyson/academic_socialization" } as const;
    expect(literature(query).every(({ match }) => match === "own")).toBe(true);
    const more = literature({ ...query, mappings: "stated" });
    expect(more.find(({ id }) => id === "fan_chen_lusse:expectations")?.match).toBe("stated");
    expect(literature({ ...query, mappings: "all" }).length).toBeGreaterThanOrEqual(more.length);
  });

  test("by theory, outcome, age, sector and measure; together they narrow", () => {
    expect(ids({ framework: "hill_tyson" })).toContain("hill_tyson_2009:school_based");
    for (const query of [{ outcome: "reading" }, { age: 12 }, { sector: "secondary" }, { measure: "d" }] as const) {
      const found = literature(query);
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThan(effects.length);
    }
    expect(literature({ age: 12 }).every(({ age }) => age !== null && age[0] <= 12 && age[1] >= 12)).toBe(true);
    const both = ids({ sector: "secondary", measure: "r" });
    expect(both).toEqual(ids({ sector: "secondary" }).filter((id) => ids({ measure: "r" }).includes(id)));
  });

  test("r from d is shown as such", () => {
    const [row] = literature({ measure: "d" }).filter(({ value }) => value !== null);
    expect(row!.r).toBeCloseTo(row!.value! / Math.sqrt(row!.value! ** 2 + 4), 14);
    expect(row!.conversion).toContain("d");
    expect(literature({ measure: "beta" }).every(({ r }) => r === null)).toBe(true);
  });

  test("contradictions where they matter: participation, at Hill & Tyson's school-based involvement", () => {
    const named = contradictionsAmong(literature({ component: "hill_tyson/school_based" })).map(({ id }) => id);
    expect(named).toContain("participation");
    expect(contradictionsAmong([])).toEqual([]);
  });
});

describe("refuses", () => {
  test("what does not exist, with what was probably meant", () => {
    expect(() => literature({ component: "fan_chen.expectation" })).toThrow(/fan_chen\/expectations/);
    expect(() => literature({ framework: "hil_tyson" })).toThrow(/hill_tyson/);
    expect(() => literature({ outcome: "achievment" })).toThrow(/achievement/);
    expect(() => literature({ sector: "tertiary" as never })).toThrow(/preschool/);
  });
});
