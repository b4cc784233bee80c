import { describe, expect, test } from "vitest";
import { blandAltmanPlot } from "../../src/charts/blandAltmanPlot.ts";
import { notePhrase } from "../../src/foundation/phrases.ts";
import { randomStream } from "../../src/numeric/random.ts";
import { parentTeacherAgreement, parentTeacherAgreementCard } from "../../src/questionnaire/parentTeacherAgreement.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const codesOf = ({ notes }: { notes: readonly { code: string }[] }) => notes.map(({ code }) => code);

/** Reports of the same children, children under teachers under schools. */
function sample(seed: number, rows = 72) {
  const stream = randomStream(seed);
  const school = Array.from({ length: rows }, (_, i) => i % 6);
  const teacher = Array.from({ length: rows }, (_, i) => Math.floor(i / 6) % 3);
  const lean = Array.from({ length: 18 }, () => 0.8 * stream.normal());
  const child = Array.from({ length: rows }, () => stream.normal());
  const report = (shift: (i: number) => number) =>
    child.map((value, i) => 3 + value + shift(i) + 0.5 * stream.normal());
  const parents = { home: report(() => 0.3), talk: report(() => 0) };
  const teachers = {
    home: report((i) => lean[school[i]! * 3 + teacher[i]!]!),
    talk: report((i) => lean[school[i]! * 3 + teacher[i]!]!),
  };
  return { parents, teachers, groups: { school, teacher } };
}

type Found = ReturnType<typeof parentTeacherAgreement>;
const differenceOf = ({ scales }: Found, method: string, scale = 0) =>
  scales[scale]!.differences.find((one) => one.method === method)!;

describe("agrees with R", () => {
  test.each(fixtureCases("parentTeacherAgreement"))("%s", (_, { data, expected, ...rest }) => {
    const found = parentTeacherAgreement(data);
    expect(disagreements(found, expected, 9.5)).toEqual([]);
    const robust = (rest as { robust?: unknown }).robust ?? null;
    // clubSandwich takes the variances where lmer's search stopped.
    if (robust !== null) {
      expect(
        disagreements(
          found.scales.map(({ differences }) => differences[3]),
          robust,
          6,
        ),
      ).toEqual([]);
    }
  });
});

describe("always", () => {
  test("exchanging parents and teachers turns every difference and limit around, agreement stays", () => {
    const data = sample(1);
    const found = parentTeacherAgreement(data);
    const turned = parentTeacherAgreement({ ...data, parents: data.teachers, teachers: data.parents });
    found.scales.forEach((one, i) => {
      const other = turned.scales[i]!;
      one.differences.forEach((row, k) => {
        expect(other.differences[k]!.estimate).toBeCloseTo(-row.estimate!, 10);
        expect(other.differences[k]!.lower).toBeCloseTo(-row.upper!, 8);
        expect(other.differences[k]!.pValue).toBeCloseTo(row.pValue!, 9);
      });
      expect(other.limits.lowerLimit.estimate).toBeCloseTo(-one.limits.upperLimit.estimate, 10);
      expect(other.limits.clustered!.lowerLimit).toBeCloseTo(-one.limits.clustered!.upperLimit, 8);
      expect(other.intraclass!.agreement.estimate).toBeCloseTo(one.intraclass!.agreement.estimate!, 10);
      expect(other.concordance!.estimate).toBeCloseTo(one.concordance!.estimate!, 10);
      expect(other.correlations[0]!.r).toBeCloseTo(one.correlations[0]!.r!, 11);
    });
  });

  test("the order of the rows does not count, nor that of the scales where names are the same", () => {
    const { parents, teachers, groups } = sample(2);
    const turn = (columns: Readonly<Record<string, readonly number[]>>) =>
      Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.toReversed()]));
    const found = parentTeacherAgreement({ parents, teachers, groups });
    const other = parentTeacherAgreement({
      parents: turn(parents),
      teachers: turn({ talk: teachers.talk, home: teachers.home }),
      groups: turn(groups),
    });
    expect(disagreements(other.scales, found.scales, 7)).toEqual([]);
  });

  test("a level both share, added to both, changes no difference; a wider level is wider", () => {
    const data = sample(3);
    const up = (columns: Record<string, number[]>) =>
      Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.map((value) => value + 40)]));
    const found = parentTeacherAgreement(data);
    const moved = parentTeacherAgreement({ ...data, parents: up(data.parents), teachers: up(data.teachers) });
    const wide = parentTeacherAgreement(data, { confidenceLevel: 0.99 });
    for (const method of ["pairedT", "clusterRobust", "mixedModel", "mixedModelRobust"]) {
      expect(differenceOf(moved, method).estimate).toBeCloseTo(differenceOf(found, method).estimate!, 8);
      expect(differenceOf(moved, method).standardError).toBeCloseTo(differenceOf(found, method).standardError!, 7);
      expect(differenceOf(wide, method).lower!).toBeLessThan(differenceOf(found, method).lower!);
    }
  });

  test("where teachers lean, the paired t test is surer than it may be, and a note says so", () => {
    const found = parentTeacherAgreement(sample(7));
    const [plain, mixed] = [differenceOf(found, "pairedT"), differenceOf(found, "mixedModel")];
    expect(mixed.standardError!).toBeGreaterThan(1.2 * plain.standardError!);
    expect(mixed.df!).toBeLessThan(20);
    expect(found.scales[0]!.variances.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(codesOf(found)).toContain("pairing/independent-intervals");
  });

  test("its rows make a Bland-Altman plot of a scale", () => {
    const data = sample(4);
    const rows = parentTeacherAgreementCard.tidy(parentTeacherAgreement(data));
    const dots = parentTeacherAgreementCard.augment!(parentTeacherAgreement(data), data);
    const ofHome = [...rows, ...dots].filter(({ group }) => group === "home");
    const { description } = blandAltmanPlot(ofHome, { language: "en" });
    expect(description).toMatch(/^Bland-Altman plot of 72 pairs\. .*Bias: /);
    expect(description).toMatch(/limit/i);
  });
});

describe("at the edges", () => {
  test("columns of other names go together in their order", () => {
    const { parents, teachers } = sample(5);
    const found = parentTeacherAgreement({ parents: { p1: parents.home }, teachers: { t1: teachers.home } });
    expect(found.scales[0]).toMatchObject({ scale: "p1 – t1", parent: "p1", teacher: "t1", variances: [] });
    expect(found.scales[0]!.differences.map(({ method }) => method)).toEqual(["pairedT"]);
    expect(codesOf(found)).toContain("pairing/no-groups");
  });

  test("one child per teacher: that level is left out with a note, schools stay", () => {
    const { parents, teachers, groups } = sample(6, 12);
    const found = parentTeacherAgreement({
      parents,
      teachers,
      groups: { ...groups, teacher: groups.teacher.map((_, i) => i) },
    });
    expect(found.scales[0]!.variances.map(({ level }) => level)).toEqual(["school", "residual"]);
    const left = found.notes.find(({ code }) => code === "pairing/level-left-out")!;
    expect(notePhrase(left.code, left.values, "nl")).toMatch(/^home: teacher is uit het gemengde model gelaten/);
  });

  test("perfect agreement: no tests, coefficients of 1; nothing varies: none, with a note", () => {
    const home = [1, 2, 3, 4, 5, 3];
    const school = ["a", "a", "b", "b", "c", "c"];
    const same = parentTeacherAgreement({ parents: { home }, teachers: { home }, groups: { school } });
    expect(same.scales[0]).toMatchObject({
      intraclass: { agreement: { estimate: 1 } },
      concordance: { estimate: 1 },
      categorical: { exactAgreement: 1, kappa: { estimate: 1 } },
    });
    expect(same.scales[0]!.differences[0]).toMatchObject({ estimate: 0, pValue: null });
    const flat = parentTeacherAgreement({ parents: { x: [2, 2, 2] }, teachers: { x: [2, 2, 2] } });
    expect(flat.scales[0]).toMatchObject({ intraclass: null, concordance: null });
    expect(codesOf(flat)).toContain("pairing/no-agreement");
    expect(JSON.parse(JSON.stringify(flat))).toEqual(flat);
  });

  test("categories only for answers, or as asked; all five answers of the scale can be declared", () => {
    const answers = { parents: { a: [1, 2, 4, 2] }, teachers: { a: [1, 2, 2, 4] } };
    const scores = { parents: { a: [1.5, 2, 4, 3] }, teachers: { a: [1, 2, 3, 3] } };
    expect(parentTeacherAgreement(answers).scales[0]!.categorical).not.toBeNull();
    expect(parentTeacherAgreement(answers, { categorical: "never" }).scales[0]!.categorical).toBeNull();
    expect(parentTeacherAgreement(scores).scales[0]!.categorical).toBeNull();
    expect(parentTeacherAgreement(scores, { categorical: "always" }).scales[0]!.categorical).not.toBeNull();
    const occurring = parentTeacherAgreement(answers).scales[0]!.categorical!;
    const declared = parentTeacherAgreement(answers, { categories: [1, 2, 3, 4, 5] }).scales[0]!.categorical!;
    expect(occurring.adjacentAgreement).toBe(1);
    expect(declared.adjacentAgreement).toBe(0.5);
  });

  test("three scales have profiles", () => {
    const scores = (shift: number) => ({
      a: [1, 2, 3, 4],
      b: [3, 1, 2, 4 + shift],
      c: [2, 3, 1 + shift, 5],
    });
    const found = parentTeacherAgreement({ parents: scores(0), teachers: scores(0) });
    expect(found.profile).toMatchObject({ pairs: 4, meanCorrelation: expect.closeTo(1, 12) });
    expect(parentTeacherAgreement(sample(1)).profile).toBeNull();
  });
});

describe("refuses", () => {
  test("unequal numbers of scales, too few pairs, unknown options", () => {
    const { parents, teachers } = sample(1);
    expect(() => parentTeacherAgreement({ parents, teachers: { home: teachers.home } })).toThrow(/same scales/);
    expect(() => parentTeacherAgreement({ parents: { a: [1, null, 3] }, teachers: { a: [1, 2, 2] } })).toThrow(/pairs/);
    expect(() => parentTeacherAgreement({ parents, teachers }, { weights: "linear" } as never)).toThrow(/weights/);
    expect(() => parentTeacherAgreement({ parents, teachers }, { categorical: "maybe" as never })).toThrow(/auto/);
  });
});
