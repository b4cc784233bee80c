import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pearson } from "../../src/numeric/pearson.ts";
import { writeCsv } from "../../src/sources/writeCsv.ts";
import { analyseStudy } from "../../src/study/analyseStudy.ts";
import { EXAMPLE_DESIGN, EXAMPLE_SEED } from "../../src/study/exampleDesign.ts";
import { populationDocument } from "../../src/study/populationDocument.ts";
import { type Population, populationValues } from "../../src/study/populationValues.ts";
import { type ScoredStudy, scoreStudy, valuesFor } from "../../src/study/scoreStudy.ts";
import { simulateStudy } from "../../src/study/simulateStudy.ts";
import { enlarged, type ScaleDesign, type StudyDesign } from "../../src/study/studyDesign.ts";
import { categoriesOf } from "../../src/table/table.ts";
import { exampleTables, FOLDER, STUDY } from "./exampleStudy.ts";
import { averaged, figuresOf, schoolMoments } from "./schoolMoments.ts";

const TIMES = 20;
const POPULATION = populationValues(EXAMPLE_DESIGN);

/** The example with twenty times the schools and people, and every question answered: what the population is about. */
const LARGE = enlarged(answered(EXAMPLE_DESIGN), TIMES);
const SIMULATED = simulateStudy(1, LARGE);
const STUDIED = scoreStudy(STUDY, { ...SIMULATED });

function answered(design: StudyDesign): StudyDesign {
  const full = ({ notKnown: _, ...scale }: ScaleDesign): ScaleDesign => ({ ...scale, empty: 0 });
  return {
    ...design,
    parentScales: design.parentScales.map(full),
    teacherScales: design.teacherScales.map(full),
    grade: { ...design.grade, empty: 0 },
  };
}

interface Estimate {
  readonly estimate: number;
  readonly standardError: number;
}

/** An estimate with its jackknife standard error over samples of schools, each as large as the example. */
function estimates<T>(
  samples: readonly T[],
  figures: (some: readonly T[]) => Map<string, number>,
): Map<string, Estimate> {
  const whole = figures(samples);
  const without = samples.map((_, one) => figures(samples.filter((__, i) => i !== one)));
  return new Map(
    [...whole].map(([name, estimate]) => {
      const values = without.map((some) => some.get(name)!);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      return [name, { estimate, standardError: Math.sqrt(squares * (1 - 1 / samples.length)) }];
    }),
  );
}

/** The twentieth of the schools that a row is in, so that every twentieth has its share of the types. */
function twentiethOf({ data }: ScoredStudy, name: string): number[] {
  return data[name]!.clusters!.map((school) => Number(school!.slice(1)) % TIMES);
}

/** The figures of one data set, or one type of school in it, from twenty samples of its schools. */
function recovered(name: string, type: string | null, population: Population): Map<string, Estimate> {
  const data = STUDIED.data[name]!;
  const own = twentiethOf(STUDIED, name);
  const items = Object.fromEntries(
    Object.keys(population.scales).map((scale) => [scale, STUDY.scales[scale]?.items ?? []]),
  );
  const variables = Object.entries(items).flat(2);
  const samples = Array.from({ length: TIMES }, (_, part) => {
    const rows = [...own.keys()].filter((row) => own[row] === part && (type === null || data.groups![row] === type));
    return schoolMoments(data, variables, rows);
  });
  return estimates(samples, (some) => figuresOf(averaged(some), items));
}

/** The same figures of a population, under the same names; either order of a pair. */
function figuresOfPopulation({ scales, pairs }: Population): Map<string, number> {
  const found = new Map<string, number>();
  for (const [scale, { mean, standardDeviation, alpha, icc }] of Object.entries(scales)) {
    const all = { mean, standardDeviation, icc, ...(alpha === null ? {} : { alpha }) };
    for (const [figure, value] of Object.entries(all)) found.set(`${scale} ${figure}`, value);
  }
  for (const { first, second, total, within, between } of pairs)
    for (const [level, value] of Object.entries({ total, within, between }))
      found.set(`${first} x ${second} ${level}`, value);
  return found;
}

/** How many standard errors every estimate lies from the population. */
function distances(found: Map<string, Estimate>, population: Map<string, number>): [string, number][] {
  return [...found].map(([name, { estimate, standardError }]) => [
    name,
    (estimate - population.get(name)!) / standardError,
  ]);
}

describe("a simulated study of twenty times the size", () => {
  test.each([
    ["parents", null, POPULATION.parents],
    ...Object.entries(POPULATION.teachers).map(([type, population]) => ["teachers", type, population] as const),
  ] as const)("has every value of its population within a few standard errors: %s %s", (name, type, population) => {
    const found = recovered(name, type, population);
    const away = distances(found, figuresOfPopulation(population));
    expect(away.map(([figure]) => figure).sort()).toEqual([...figuresOfPopulation(population).keys()].sort());
    expect(away.filter(([, distance]) => !(Math.abs(distance) < 4))).toEqual([]);
    const rootMeanSquare = Math.sqrt(away.reduce((sum, [, distance]) => sum + distance ** 2, 0) / away.length);
    expect(rootMeanSquare).toBeGreaterThan(0.6);
    expect(rootMeanSquare).toBeLessThan(1.5);
  });

  test("parents' contact goes with that of the teacher they are linked to, as designed", () => {
    const parents = valuesFor(STUDIED, "parents", "contact")!;
    const teachers = valuesFor(STUDIED, "parents", "teacherContact")!;
    const own = twentiethOf(STUDIED, "parents");
    const samples = Array.from({ length: TIMES }, (_, part) => {
      const rows = [...own.keys()].filter((row) => own[row] === part);
      return {
        n: rows.length,
        r: pearson(
          parents.filter((_, i) => own[i] === part),
          teachers.filter((_, i) => own[i] === part),
        ),
      };
    });
    const mean = (some: typeof samples) =>
      some.reduce((sum, { n, r }) => sum + n * r, 0) / some.reduce((sum, { n }) => sum + n, 0);
    const { estimate, standardError } = estimates(samples, (some) => new Map([["r", mean([...some])]])).get("r")!;
    expect(standardError).toBeLessThan(0.02);
    expect(Math.abs(estimate - POPULATION.agreement)).toBeLessThan(4 * standardError);
  });
});

describe("the study that ships", () => {
  test("is what its seed gives, byte for byte", () => {
    const { parents, teachers } = simulateStudy(EXAMPLE_SEED);
    for (const table of [parents, teachers]) {
      expect(writeCsv(table, { language: "nl" })).toBe(readFileSync(join(FOLDER, table.source), "utf8"));
    }
  });

  test("population.json is the list of its true values", () => {
    const written = readFileSync(join(FOLDER, "population.json"), "utf8");
    expect(written).toBe(populationDocument(EXAMPLE_SEED, EXAMPLE_DESIGN));
    expect(JSON.parse(written)).toMatchObject({ synthetic: true, seed: EXAMPLE_SEED });
  });

  test("its analysis finds the true values, to what a sample of its size may miss", async () => {
    const analysis = analyseStudy(STUDY, await exampleTables());
    const found = new Map<string, number>();
    for (const { scale, result } of analysis.reliability) found.set(`${scale} alpha`, result.alpha!);
    for (const { variable, result } of analysis.clustering) found.set(`${variable} icc`, result.icc!);
    for (const { result } of analysis.descriptives.filter(({ byGroup }) => !byGroup)) {
      for (const { variable, mean, standardDeviation } of result.variables) {
        found.set(`${variable} mean`, mean!);
        found.set(`${variable} standardDeviation`, standardDeviation!);
      }
    }
    const involvement = analysis.correlations.find(({ name }) => name === "involvement")!;
    const within = involvement.result.pairs.filter(({ level }) => level !== "between");
    for (const { x, y, r, level } of within) found.set(`${x} x ${y} ${level}`, r!);
    expect(found.size).toBe(9 + 3 * 10 + 2 * 10);
    const truth = new Map(
      [POPULATION.parents, POPULATION.teachers.regulier!].flatMap((one) => [...figuresOfPopulation(one)]),
    );
    const expected = [
      ...recovered("parents", null, POPULATION.parents),
      ...recovered("teachers", null, POPULATION.teachers.regulier!),
    ];
    const allowed = new Map(expected.map(([name, { standardError }]) => [name, 3 * standardError * Math.sqrt(TIMES)]));
    const misses = [...found].filter(([name, value]) => !(Math.abs(value - truth.get(name)!) < allowed.get(name)!));
    expect(misses).toEqual([]);
  });

  test("the table in its README is what the population and the sample give", async () => {
    const readme = readFileSync(join(FOLDER, "README.md"), "utf8");
    const told = [...readme.matchAll(/^\| (\w+) × [^|]+? \| (−?\.\d\d) \| (−?\.\d\d) \|/gm)].map((line) =>
      line.slice(1),
    );
    const { correlations } = analyseStudy(STUDY, await exampleTables());
    const r = (name: string, group: string | null, x: string) => {
      const { result } = correlations.find((one) => one.name === name && (one.group?.en ?? null) === group)!;
      return result.pairs.find((pair) => pair.x === x && pair.level === "total")!.r!;
    };
    const truth = (population: Population, pair: string) => figuresOfPopulation(population).get(`${pair} total`)!;
    const shown = (value: number) => value.toFixed(2).replace("-", "−").replace("0.", ".");
    const parents = ["expectations", "communication", "supervision"].map((scale) => [
      scale,
      shown(truth(POPULATION.parents, `${scale} x grade`)),
      shown(r("involvement", null, scale)),
    ]);
    const types = { regulier: "Regular primary", stimulering: "Stimulation school", speciaal: "Special education" };
    const teachers = Object.entries(types).map(([type, group]) => [
      "competence",
      shown(truth(POPULATION.teachers[type]!, "competence x inclusion")),
      shown(r("teachers", group, "competence")),
    ]);
    expect(told).toEqual([...parents, ...teachers]);
  });

  test("in special education competence and inclusion go against each other, elsewhere together", async () => {
    const { correlations } = analyseStudy(STUDY, await exampleTables());
    const grouped = correlations.filter(({ name, group }) => name === "teachers" && group !== null);
    const found = grouped.map(({ group, result }) => {
      const pair = result.pairs.find(({ x, level }) => x === "competence" && level === "total")!;
      return [group!.en, Math.sign(pair.lower!) + Math.sign(pair.upper!)];
    });
    expect(Object.fromEntries(found)).toEqual({
      "Regular primary": 2,
      "Stimulation school": 2,
      "Special education": -2,
    });
  });
});

describe("always", () => {
  test("the same seed gives the same bytes, another seed other answers from as many people", () => {
    const texts = (seed: number) => {
      const { parents, teachers } = simulateStudy(seed);
      return [writeCsv(parents), writeCsv(teachers)];
    };
    expect(texts(1)).toEqual(texts(1));
    const [parents, teachers] = [texts(1), texts(2)].map(([text]) => text!);
    expect(parents).not.toBe(teachers);
    expect(parents!.split("\n")).toHaveLength(teachers!.split("\n").length);
  });

  test("every parent has a teacher of the same school, in a school of one type", () => {
    const { parents, teachers } = simulateStudy(3);
    const schoolOf = new Map(
      categoriesOf(teachers, "leraar_id").map((id, row) => [id, categoriesOf(teachers, "school_id")[row]]),
    );
    const found = categoriesOf(parents, "leraar_id").map((id) => schoolOf.get(id));
    expect(found).toEqual([...categoriesOf(parents, "school_id")]);
    const typed = [parents, teachers].flatMap((table) => {
      const types = categoriesOf(table, "schooltype");
      return categoriesOf(table, "school_id").map((school, row) => `${school} ${types[row]}`);
    });
    expect(new Set(typed).size).toBe(40);
  });
});
