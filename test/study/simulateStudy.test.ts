import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { pearson } from "../../src/numeric/pearson.ts";
import { univariate } from "../../src/numeric/univariate.ts";
import { cronbachAlpha } from "../../src/questionnaire/cronbachAlpha.ts";
import { intraclassCorrelation } from "../../src/questionnaire/intraclassCorrelation.ts";
import { writeCsv } from "../../src/sources/writeCsv.ts";
import { EXAMPLE_DESIGN, EXAMPLE_SEED } from "../../src/study/exampleDesign.ts";
import { populationDocument } from "../../src/study/populationDocument.ts";
import { type Population, populationValues } from "../../src/study/populationValues.ts";
import { type ScoredData, type ScoredStudy, scoreStudy, valuesFor } from "../../src/study/scoreStudy.ts";
import { simulateStudy } from "../../src/study/simulateStudy.ts";
import type { StudyDesign } from "../../src/study/studyDesign.ts";
import { categoriesOf } from "../../src/table/table.ts";
import { exampleTables, FOLDER, STUDY } from "./exampleStudy.ts";

/** The example's design with more schools and people, so that a sample lies close to its population. */
const LARGE: StudyDesign = {
  ...EXAMPLE_DESIGN,
  schoolTypes: EXAMPLE_DESIGN.schoolTypes.map((type) => ({ ...type, schools: type.schools * 25 })),
  teachers: EXAMPLE_DESIGN.teachers * 25,
  parents: EXAMPLE_DESIGN.parents * 50,
};
const POPULATION = populationValues(EXAMPLE_DESIGN);

function scored(seed: number, design: StudyDesign): ScoredStudy {
  const { parents, teachers } = simulateStudy(seed, design);
  return scoreStudy(STUDY, { parents, teachers });
}

/** Rows of a data set whose school type is one, or all. */
function rowsOf(data: ScoredData, type: string | null): number[] {
  return [...data.groups!.keys()].filter((row) => type === null || data.groups![row] === type);
}

/** How far a sample lies from a population: per figure the difference, in units of what is allowed. */
function misses(study: ScoredStudy, name: string, type: string | null, population: Population, allowed: number) {
  const data = study.data[name]!;
  const rows = rowsOf(data, type);
  const values = (variable: string) => {
    const all = valuesFor(study, name, variable)!;
    return Float64Array.from(rows, (row) => all[row]!);
  };
  const scales = Object.entries(population.scales).flatMap(([scale, truth]) => {
    const { mean, sumSquares, n } = univariate(values(scale));
    const spread = Math.sqrt(sumSquares / (n - 1));
    const icc = intraclassCorrelation({ values: values(scale), cluster: rows.map((row) => data.clusters![row]!) }).icc;
    const items = STUDY.scales[scale]?.items ?? [];
    const columns = Object.fromEntries(items.map((item) => [item, rows.map((row) => data.items[item]![row]!)]));
    const alpha = truth.alpha === null ? null : cronbachAlpha({ items: columns }).alpha;
    return [
      [`${scale} mean`, (mean - truth.mean) / truth.standardDeviation],
      [`${scale} spread`, spread / truth.standardDeviation - 1],
      [`${scale} icc`, icc! - truth.icc],
      [`${scale} alpha`, alpha === null ? 0 : alpha - truth.alpha!],
    ] as [string, number][];
  });
  const pairs = population.pairs.map(({ first, second, total }): [string, number] => [
    `${first} x ${second}`,
    pearson(values(first), values(second)) - total,
  ]);
  return [...scales, ...pairs].filter(([, difference]) => Math.abs(difference) > allowed);
}

describe("a large simulated study", () => {
  let large: ScoredStudy;
  beforeAll(() => {
    large = scored(1, LARGE);
  });

  test("has the means, spreads, reliabilities, school shares and correlations of its population: parents", () => {
    expect(misses(large, "parents", null, POPULATION.parents, 0.03)).toEqual([]);
  });

  test.each(Object.entries(POPULATION.teachers))("the same for teachers: %s", (type, population) => {
    expect(misses(large, "teachers", type, population, 0.05)).toEqual([]);
  });

  test("parents' contact goes with that of the teacher they are linked to, as designed", () => {
    const r = pearson(valuesFor(large, "parents", "contact")!, valuesFor(large, "parents", "teacherContact")!);
    expect(Math.abs(r - POPULATION.agreement)).toBeLessThan(0.03);
  });
});

describe("the study that ships", () => {
  test("is what its seed gives, byte for byte, and so is its list of true values", () => {
    const { parents, teachers } = simulateStudy(EXAMPLE_SEED);
    for (const table of [parents, teachers]) {
      expect(writeCsv(table, { language: "nl" })).toBe(readFileSync(join(FOLDER, table.source), "utf8"));
    }
    const written = readFileSync(join(FOLDER, "population.json"), "utf8");
    expect(written).toBe(populationDocument(EXAMPLE_SEED, EXAMPLE_DESIGN));
  });

  test("lies close to its population, the turned sign in special education included", async () => {
    const study = scoreStudy(STUDY, await exampleTables());
    expect(misses(study, "parents", null, POPULATION.parents, 0.16)).toEqual([]);
    const teachers = study.data.teachers!;
    const r = (type: string) => {
      const rows = rowsOf(teachers, type);
      const column = (name: string) => rows.map((row) => teachers.scales[name]![row]!);
      return pearson(column("competence"), column("inclusion"));
    };
    expect(r("regulier")).toBeGreaterThan(0.2);
    expect(r("speciaal")).toBeLessThan(-0.2);
  });
});

describe("always", () => {
  test("another seed gives other answers from the same schools and people", () => {
    const [one, other] = [simulateStudy(1), simulateStudy(2)];
    expect(writeCsv(one.parents)).not.toBe(writeCsv(other.parents));
    expect(one.parents.fields.map(({ name }) => name)).toEqual(other.parents.fields.map(({ name }) => name));
    expect(simulateStudy(1)).toEqual(one);
  });

  test("every parent has a teacher of the same school", () => {
    const { parents, teachers } = simulateStudy(3);
    const schoolOf = new Map(
      categoriesOf(teachers, "leraar_id").map((id, row) => [id, categoriesOf(teachers, "school_id")[row]]),
    );
    const found = categoriesOf(parents, "leraar_id").map((id) => schoolOf.get(id));
    expect(found).toEqual([...categoriesOf(parents, "school_id")]);
  });
});
