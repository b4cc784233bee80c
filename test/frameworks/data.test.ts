import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { component, componentIds, liesWithin } from "../../src/frameworks/components.ts";
import { frameworkMatrix, frameworks, frameworkTags, sourceDocuments } from "../../src/frameworks/frameworks.ts";
import { frameworksGuide } from "../../src/frameworks/frameworksGuide.ts";
import { RELATION_WORDS } from "../../src/frameworks/frameworkWords.ts";
import { instruments, instrumentsFor } from "../../src/frameworks/instruments.ts";
import { links } from "../../src/frameworks/mapComponent.ts";
import { ROOT } from "../sourceFiles.ts";

/** Every text in both languages below a value. */
function textsIn(value: unknown): { nl: string; en: string }[] {
  if (typeof value !== "object" || value === null) return [];
  if ("nl" in value && "en" in value) return [value as { nl: string; en: string }];
  return Object.values(value).flatMap(textsIn);
}

function repeated(names: readonly string[]): string[] {
  return names.filter((name, i) => names.indexOf(name) !== i);
}

describe("always", () => {
  test("53 theories with 234 components, each named once", () => {
    expect(frameworks()).toHaveLength(53);
    expect(componentIds()).toHaveLength(234);
    expect(repeated(frameworks().map(({ id }) => id))).toEqual([]);
    expect(repeated(componentIds())).toEqual([]);
  });

  test("20 theories are to be looked at first", () => {
    expect(frameworkTags()).toEqual(["core"]);
    expect(frameworks({ tag: "core" })).toHaveLength(20);
    expect(frameworks({ tag: "none" })).toEqual([]);
  });

  test("every text is there in both languages, and a definition has at most 25 words", () => {
    const texts = [frameworks(), links(), instruments()].flatMap(textsIn);
    expect(texts.length).toBeGreaterThan(700);
    expect(texts.filter(({ nl, en }) => nl.trim() === "" || en.trim() === "")).toEqual([]);
    const definitions = frameworks().flatMap(({ components }) => components.flatMap((one) => textsIn(one.definition)));
    const long = definitions.flatMap(({ nl, en }) => [nl, en]).filter((text) => text.split(/\s+/).length > 25);
    expect(long).toEqual([]);
  });

  test("every theory says where it was read, in a document that is listed", () => {
    const documents = sourceDocuments().map(({ id }) => id);
    const citations = frameworks().flatMap((one) => one.citations.map(({ document }) => document));
    expect(documents).toHaveLength(5);
    expect(citations.length).toBeGreaterThanOrEqual(53);
    expect(citations.filter((id) => !documents.includes(id))).toEqual([]);
  });

  test("a component within another names one that exists, and never itself", () => {
    const parts = componentIds()
      .flatMap((id) => component(id)!)
      .filter(({ partOf }) => partOf !== undefined);
    expect(parts.map(({ id, framework, partOf }) => `${id} < ${framework}/${partOf}`)).toEqual([
      "lusse2013/home_pedagogical < lusse2013/home",
      "lusse2013/home_learning < lusse2013/home",
      "lusse2013/home_career < lusse2013/home",
      "hill_tyson/home_based_homework < hill_tyson/home_based",
    ]);
    for (const { id, framework, partOf } of parts) expect(liesWithin(id, `${framework}/${partOf}`)).toBe(true);
    expect(liesWithin("lusse2013/home", "lusse2013/home_learning")).toBe(false);
  });

  test("every one of the 153 links joins components of two different theories, once", () => {
    const ends = links().flatMap(({ from, to }) => [from, to]);
    expect(links()).toHaveLength(153);
    expect(ends.filter((id) => component(id) === undefined)).toEqual([]);
    expect(links().filter(({ from, to }) => from.split("/")[0] === to.split("/")[0])).toEqual([]);
    expect(repeated(links().map(({ from, relation, to }) => `${from} ${relation} ${to}`))).toEqual([]);
    expect(links().every(({ relation }) => RELATION_WORDS[relation] !== undefined)).toBe(true);
  });

  test("the 49 stated links name document and place, the 104 inferred ones none", () => {
    const documents = sourceDocuments().map(({ id }) => id);
    const stated = links().filter(({ status }) => status === "stated");
    const inferred = links().filter(({ status }) => status === "inferred");
    expect([stated.length, inferred.length]).toEqual([49, 104]);
    expect(stated.filter((one) => !documents.includes(one.document ?? "") || !one.locate)).toEqual([]);
    expect(inferred.filter(({ document, locate }) => document !== null || locate !== null)).toEqual([]);
  });

  test("conflicts between sources stay visible, in the links and with the theories", () => {
    const conflicts = links().filter(({ conflict }) => conflict);
    expect(conflicts.map(({ from, relation, to }) => `${from} ${relation} ${to}`)).toEqual([
      "lusse2011/contact overlaps epstein6/community",
      "lusse2013/participation broader epstein6/community",
    ]);
    const disputed = frameworks()
      .filter((one) => one.conflicts.length > 0)
      .map(({ id }) => id);
    expect(disputed).toEqual(expect.arrayContaining(["epstein6", "catsambis_vo", "beek_goals", "dewit6", "pomerantz"]));
  });

  test("De Ruyter's matrix has an outcome for each of its sixteen cells", () => {
    const matrix = frameworkMatrix("deruyter_rules")!;
    expect(matrix.order.map((id) => component(`deruyter_rules/${id}`)?.id)).not.toContain(undefined);
    expect(matrix.cells.flat()).toHaveLength(16);
    expect(matrix.cells.flat().filter((cell) => matrix.outcomes[cell] === undefined)).toEqual([]);
    expect(matrix.cells[1]![1]).toBe("optimal");
    expect(frameworkMatrix("epstein6")).toBeUndefined();
  });

  test("16 questionnaires with 71 scales measure components that exist", () => {
    const scales = instruments().flatMap((one) => one.scales);
    expect([instruments().length, scales.length]).toEqual([16, 71]);
    expect(scales.flatMap(({ measures }) => measures).filter((id) => component(id) === undefined)).toEqual([]);
  });

  test("what was never checked has a name and nothing more", () => {
    const unchecked = instruments().flatMap(({ scales }) => scales.filter(({ seen }) => seen === "unchecked"));
    expect(unchecked.length).toBeGreaterThan(10);
    expect(unchecked.filter(({ items, alpha, response }) => items ?? alpha ?? response)).toEqual([]);
  });

  test("the guide's page is what the data say", () => {
    const page = readFileSync(join(ROOT, "notebooks", "guide", "frameworks.md"), "utf8");
    expect(page === frameworksGuide(), "run npm run generate").toBe(true);
    for (const { id } of frameworks()) expect(page).toContain(`\`${id}\``);
  });
});

describe("questionnaires by what they measure", () => {
  test("a component is measured directly, or by way of links that a source states", () => {
    const found = instrumentsFor("lusse2013.cooperation");
    expect(found.map(({ instrument }) => instrument.id)).toContain("pass");
    expect(found.every(({ path }) => path.length > 0 && path.every(({ status }) => status === "stated"))).toBe(true);
    expect(instrumentsFor("epstein6/volunteering").filter(({ path }) => path.length === 0)).toHaveLength(6);
  });

  test("a component that nothing measures gives an empty list, not a guess", () => {
    expect(instrumentsFor("vanes_models/diversity")).toEqual([]);
  });
});
