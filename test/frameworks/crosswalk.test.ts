import { describe, expect, test } from "vitest";
import { crosswalkRows, crosswalkTables } from "../../src/cli/frameworkCrosswalk.ts";
import { frameworkRows, frameworkTables } from "../../src/cli/frameworkTables.ts";
import { crosswalk, mapCodes } from "../../src/frameworks/crosswalk.ts";
import { crosswalkChartRows } from "../../src/frameworks/crosswalkRows.ts";
import { frameworkMatrix, frameworks } from "../../src/frameworks/frameworks.ts";
import { renderMarkdown } from "../../src/report/renderMarkdown.ts";
import { importsOf, sourceFiles } from "../sourceFiles.ts";

const LANGUAGES = ["nl", "en"] as const;

describe("agrees with the data", () => {
  test("Epstein and Lusse (2013): every type falls under a dimension, no dimension under a type", () => {
    const { forward, backward, links } = crosswalk("epstein6", "lusse2013");
    expect(forward.map(({ target }) => target)).toEqual([
      "lusse2013/home",
      "lusse2013/cooperation",
      "lusse2013/participation",
      "lusse2013/home",
      "lusse2013/participation",
      "lusse2013/participation",
    ]);
    expect(forward.every(({ outcome }) => outcome === "stated")).toBe(true);
    expect(backward.every(({ target }) => target === null)).toBe(true);
    expect(links).toHaveLength(6);
  });

  test("with mappings: stated no inferred link is left", () => {
    const { forward, links } = crosswalk("fan_chen", "hill_tyson", { mappings: "stated" });
    expect(forward.map(({ outcome }) => outcome)).toEqual(["stated", "unmapped", "unmapped", "unmapped", "unmapped"]);
    expect(links.every(({ status }) => status === "stated")).toBe(true);
  });

  test("a chart's rows hold every pair once, and the sure ones with their direction", () => {
    const { rows, labels } = crosswalkChartRows([crosswalk("epstein6", "lusse2011")], "nl");
    expect(rows).toHaveLength(18);
    expect(rows.find((row) => row.term === "epstein6/parenting" && row.with === "lusse2011/support")).toMatchObject({
      relation: "narrower",
      mapping: "stated",
    });
    expect(rows.filter((row) => row.mapping === "ambiguous")).toHaveLength(2);
    expect(labels["epstein6/parenting"]).toBe("Opvoeden");
    const [back] = crosswalkChartRows([crosswalk("lusse2011", "epstein6")], "nl").rows;
    expect(back).toMatchObject({ relation: "broader", mapping: "stated" });
  });

  test("codes of effect sizes are read under another theory; what cannot be is null and listed", () => {
    const codes = ["fan_chen/expectations", "fan_chen.expectations", "lusse2011/participation", null];
    const { targets, codes: found } = mapCodes(codes, "hill_tyson");
    expect(targets).toEqual(["hill_tyson/academic_socialization", "hill_tyson/academic_socialization", null, null]);
    expect(found.map(({ outcome }) => outcome)).toEqual(["stated", "stated", "unmapped"]);
  });
});

describe("always", () => {
  test("every theory is shown in both languages", () => {
    for (const one of frameworks())
      for (const language of LANGUAGES) {
        const tables = frameworkTables(one, frameworkMatrix(one.id), language);
        const text = tables.map(renderMarkdown).join("\n");
        expect(text).not.toMatch(/undefined|null|NaN|\?\?/);
        expect(frameworkRows(one, language)).toHaveLength(one.components.length);
        for (const { label } of one.components)
          expect(tables[0]!.body.map(([, name]) => name)).toContain(label[language]);
      }
  });

  test("every pair of theories is crossed and shown in both languages", () => {
    const ids = frameworks().map(({ id }) => id);
    let shown = 0;
    for (const [i, from] of ids.entries())
      for (const to of ids.slice(i + 1)) {
        const walk = crosswalk(from, to);
        for (const language of LANGUAGES) {
          const cells = crosswalkTables(walk, language).flatMap(({ title, body }) => [title, ...body.flat()]);
          if (cells.some((cell) => typeof cell !== "string" || /undefined|NaN/.test(cell)))
            throw new Error(`${from} ${to}`);
          expect(crosswalkRows(walk, language).length).toBeGreaterThanOrEqual(
            walk.forward.length + walk.backward.length,
          );
          shown += 1;
        }
      }
    expect(shown).toBe(53 * 52);
  });

  test("--help reads no theory: nothing the command line loads at once imports their data", () => {
    const files = new Map(sourceFiles("src").map(({ path, text }) => [path, text]));
    const reached = new Set<string>();
    const visit = (path: string): void => {
      const text = files.get(path);
      if (text === undefined || reached.has(path)) return;
      reached.add(path);
      const atOnce = text.replace(/import\(\s*["'][^"']+["']\s*\)/g, "").replace(/import type [^;]+;/g, "");
      for (const target of importsOf(atOnce))
        if (target.startsWith(".")) visit(new URL(target, `file:///${path}`).pathname.slice(1));
    };
    visit("src/cli/betrokken.ts");
    expect(reached).toContain("src/cli/commands.ts");
    expect([...reached].filter((path) => path.startsWith("src/frameworks/"))).toEqual([]);
  });
});

describe("at the edges", () => {
  test("a theory beside itself is its own component everywhere", () => {
    const { forward } = crosswalk("epstein6", "epstein6");
    expect(forward.every(({ outcome, component, target }) => outcome === "own" && target === component)).toBe(true);
  });

  test("no codes give nothing", () => {
    expect(mapCodes([], "hill_tyson")).toEqual({ targets: [], codes: [] });
  });
});

describe("refuses", () => {
  test("theories that do not exist, with what was probably meant", () => {
    expect(() => crosswalk("epstien6", "lusse2013")).toThrow(/Did you mean epstein6\?/);
    expect(() => crosswalk("epstein6", "lusse2014")).toThrow(/Did you mean lusse201[13]\?/);
  });
});
