import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectSizes, effectSizesCard } from "../../src/effects/effectSizes.ts";
import { correlationFromZ, fisherZ } from "../../src/effects/fisherZ.ts";
import { variancesOf } from "../../src/effects/measure.ts";
import { MEASURE_CODES, MEASURES } from "../../src/effects/measures.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";
import { correctDigits } from "../numeric/truthTable.ts";

const CASES = fixtureCases("effectSizes").filter(([, { options }]) => options !== undefined);
const correlation = fc.double({ min: -0.999, max: 0.999, noNaN: true });
const studies = fc.array(fc.tuple(correlation, fc.integer({ min: 4, max: 1e6 })), { minLength: 1, maxLength: 20 });
const count = fc.integer({ min: 1, max: 1000 });
const number = fc.double({ min: 0.01, max: 50, noNaN: true });
const groups = fc.record({ m1: number, sd1: number, n1: fc.integer({ min: 3, max: 500 }), m2: number, sd2: number });

/** R takes differences of log gammas (UB) and of numbers next to 1 (extreme shares), which costs it digits. */
const LOST_BY_R = / UB|extreme (YUQ|PR|PLN)|RTET/;

function digitsOf(name: string): number {
  if (/ (COR|ZCOR) /.test(name)) return 13;
  return LOST_BY_R.test(name) ? 11 : 12;
}

function only(data: object, options: object = {}) {
  return effectSizes(data as never, options as never).effects[0]!;
}

function column<T extends object>(row: T): Record<string, unknown[]> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, [value]]));
}

describe("agrees with R", () => {
  test.each(CASES)("%s", (name, { data, options, expected }) => {
    const { effects } = effectSizes(data, options);
    const columns = {
      estimate: effects.map(({ estimate }) => estimate),
      samplingVariance: effects.map(({ samplingVariance }) => samplingVariance),
    };
    expect(disagreements(columns, expected, digitsOf(name))).toEqual([]);
  });

  test("every measure has a case", () => {
    const seen = new Set(CASES.map(([, { options }]) => (options as { measure: string }).measure));
    expect([...seen].sort()).toEqual([...MEASURE_CODES].sort());
  });
});

describe("always", () => {
  test("turning the sign of a correlation turns that of its effect and leaves its own variance", () => {
    fc.assert(
      fc.property(studies, fc.constantFrom("ZCOR", "COR"), (rows, measure) => {
        const r = rows.map(([value]) => value);
        const n = rows.map(([, size]) => size);
        const turned = effectSizes({ r: r.map((value) => -value), n }, { measure }).effects;
        effectSizes({ r, n }, { measure }).effects.forEach(({ estimate, samplingVariance }, i) => {
          expect(turned[i]!.estimate).toBe(-estimate);
          expect(turned[i]!.samplingVariance).toBe(samplingVariance);
        });
      }),
    );
  });

  test("a larger study has a smaller variance, whatever the measure", () => {
    fc.assert(
      fc.property(correlation, fc.integer({ min: 4, max: 1e6 }), fc.constantFrom("ZCOR", "COR"), (r, n, measure) => {
        const [small, large] = effectSizes({ r: [r, r], n: [n, n + 1] }, { measure, variance: "AV" }).effects;
        expect(large!.samplingVariance).toBeLessThan(small!.samplingVariance);
      }),
    );
  });

  test("Fisher's z and back is the correlation", () => {
    fc.assert(
      fc.property(correlation, (r) => {
        expect(correlationFromZ(fisherZ(r))).toBeCloseTo(r, 14);
      }),
    );
  });

  test("the unbiased correlation lies between r and its own sign's end", () => {
    fc.assert(
      fc.property(correlation, fc.integer({ min: 5, max: 5000 }), (r, n) => {
        const { estimate } = only({ r: [r], n: [n] }, { measure: "UCOR" });
        expect(Math.abs(estimate)).toBeGreaterThanOrEqual(Math.abs(r) * (1 - 1e-14));
        expect(Math.abs(estimate)).toBeLessThan(1);
      }),
    );
  });

  test("exchanging the groups turns the sign of every difference and leaves its variance", () => {
    const measures = fc.constantFrom("SMD", "SMDH", "MD", "ROM", "RPB", "RBIS");
    fc.assert(
      fc.property(groups, fc.integer({ min: 3, max: 500 }), measures, (first, n2, measure) => {
        const { m1, sd1, n1, m2, sd2 } = first;
        const there = only(column({ ...first, n2 }), { measure });
        const back = only(column({ m1: m2, sd1: sd2, n1: n2, m2: m1, sd2: sd1, n2: n1 }), { measure });
        expect(Math.abs(back.estimate + there.estimate)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(there.estimate)));
        expect(correctDigits(back.samplingVariance, there.samplingVariance)).toBeGreaterThan(9);
      }),
    );
  });

  test("another unit of measurement changes no standardized difference", () => {
    fc.assert(
      fc.property(groups, fc.constantFrom("SMD", "SMDH", "RPB", "RBIS"), (row, measure) => {
        const rescaled = { ...row, m1: row.m1 * 8, m2: row.m2 * 8, sd1: row.sd1 * 8, sd2: row.sd2 * 8, n2: 40 };
        const plain = only(column({ ...row, n2: 40 }), { measure });
        expect(only(column(rescaled), { measure })).toEqual(plain);
      }),
    );
  });

  test("exchanging the rows of a table turns the sign of its measure", () => {
    const measures = fc.constantFrom("OR", "RR", "RD", "AS", "PETO", "PHI", "YUQ", "YUY");
    fc.assert(
      fc.property(count, count, count, count, measures, (a, b, c, d, measure) => {
        const there = only(column({ a, b, c, d }), { measure });
        const back = only(column({ a: c, b: d, c: a, d: b }), { measure });
        expect(back.estimate).toBeCloseTo(-there.estimate, 12);
        expect(back.samplingVariance).toBeCloseTo(there.samplingVariance, 12);
      }),
    );
  });

  test("a partial and a semipartial correlation of a single predictor are the correlation", () => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), fc.integer({ min: 4, max: 500 }), (t, n) => {
        const r = t / Math.sqrt(t * t + n - 2);
        const row = { t, n, predictors: 1 };
        expect(only(column(row), { measure: "PCOR" }).estimate).toBeCloseTo(r, 13);
        expect(only(column({ ...row, r2: r * r }), { measure: "SPCOR" }).estimate).toBeCloseTo(r, 13);
        const z = only(column(row), { measure: "ZPCOR" });
        expect(z.estimate).toBeCloseTo(fisherZ(r), 10);
      }),
    );
  });
});

describe("at the edges", () => {
  test("rows without r or n are left out, noted, and the others keep their row and name", () => {
    const result = effectSizes({
      r: [null, 0.2, 0.3, Number.NaN],
      n: [50, null, 60, null],
      study: ["a", "b", null, "d"],
    });
    expect(result.effects).toMatchObject([{ study: "3", row: 3, r: 0.3, n: 60, measure: "ZCOR", added: 0 }]);
    expect(result.sample).toEqual({ unit: "effect", used: 1, dropped: 3, missing: 4 });
    expect(result.notes).toEqual([{ code: "missing/listwise", values: { dropped: 3, total: 4 } }]);
  });

  test("the smallest samples and correlations next to 1 still have an effect", () => {
    const { effects } = effectSizes({ r: [1 - 1e-15, 0], n: [4, 3.5] });
    expect(effects.map(({ estimate }) => Number.isFinite(estimate))).toEqual([true, true]);
    expect(effects.map(({ samplingVariance }) => samplingVariance)).toEqual([1, 2]);
    const next = effectSizes({ r: [0.999999], n: [5] }, { measure: "COR" }).effects[0]!.samplingVariance;
    expect(correctDigits(next, 9.99999000057761e-13)).toBeGreaterThan(14);
    expect(effectSizes({ r: [0.5], n: [2] }, { measure: "COR" }).effects[0]!.samplingVariance).toBe(0.5625);
  });

  test("rows carry the measure and the sample size", () => {
    const result = effectSizes({ r: [0.2, 0.4], n: [50, 100] }, { measure: "COR" });
    expect(effectSizesCard.tidy(result)[1]).toMatchObject({ term: "2", r: 0.4, n: 100, estimate: 0.4, method: "COR" });
    expect(effectSizesCard.glance(result)).toEqual({ k: 2, n: 150, method: "COR" });
  });

  test("n counts both groups, and all cells as reported; r is null where there was none", () => {
    const smd = only({ m1: [5], sd1: [2], n1: [20], m2: [4], sd2: [1], n2: [30] }, { measure: "SMD" });
    expect(smd).toMatchObject({ n: 50, r: null, added: 0 });
    expect(only({ a: [0], b: [3], c: [4], d: [5] }, { measure: "OR" })).toMatchObject({ n: 12, added: 0.5 });
    expect(only({ events: [0], n: [9] }, { measure: "PLO" })).toMatchObject({ n: 9, added: 0.5 });
  });

  test("what is added to empty cells is said, row by row and in a note", () => {
    const data = { a: [0, 12], b: [20, 20], c: [7, 7], d: [33, 33] };
    const result = effectSizes(data, { measure: "OR" });
    expect(result.effects.map(({ added }) => added)).toEqual([0.5, 0]);
    expect(result.notes).toEqual([{ code: "effect/zero-cells", values: { count: 1, total: 2, add: 0.5 } }]);
    expect(effectSizes(data, { measure: "OR", to: "if0all" }).effects.map(({ added }) => added)).toEqual([0.5, 0.5]);
    expect(effectSizes(data, { measure: "AS" }).notes).toEqual([]);
    expect(only(data, { measure: "RTET", add: 0.5 }).added).toBe(0.5);
  });

  test("Fisher's z of a partial correlation next to 1 stays finite", () => {
    expect(only({ t: [1e9], n: [10], predictors: [2] }, { measure: "ZPCOR" }).estimate).toBeGreaterThan(20);
  });

  test("a biserial correlation may pass 1; its variance is then that at 1", () => {
    const row = { m1: [90], sd1: [0.01], n1: [40], m2: [10], sd2: [1], n2: [50] };
    const effect = only(row, { measure: "RBIS" });
    expect(effect.estimate).toBeGreaterThan(1);
    expect(effect.samplingVariance).toBeGreaterThan(0);
  });

  test("every measure has a large-sample variance", () => {
    for (const measure of Object.values(MEASURES)) expect(variancesOf(measure)).toContain("LS");
    expect(variancesOf(MEASURES.SMD)).toEqual(["LS", "LS2", "UB", "AV"]);
  });
});

describe("refuses", () => {
  test("every impossible correlation and sample size at once, with its row", () => {
    expect(() => effectSizes({ r: [1, 0.2, -1.5, 0.3], n: [50, 3, 20, 2] })).toThrow(
      /row 1, column r: .*\nrow 2, column n: n must be larger than 3 .*\nrow 3, column r: .*\nrow 4, column n: /,
    );
  });

  test("for the correlation itself n must exceed 1 only, for the unbiased one 4", () => {
    expect(() => effectSizes({ r: [0.2], n: [1] }, { measure: "COR" })).toThrow(/n must be larger than 1 /);
    expect(() => effectSizes({ r: [0.2], n: [3] })).toThrow(/n must be larger than 3 /);
    expect(() => effectSizes({ r: [0.2], n: [4] }, { measure: "UCOR" })).toThrow(/n must be larger than 4 /);
  });

  test("no usable row, and measures it does not have", () => {
    expect(() => effectSizes({ r: [0.2], n: [null] })).toThrow(/1 usable effects needed, 0 found/);
    expect(() => effectSizes({ r: [0.2], n: [9] }, { measure: "r" as never })).toThrow(/measure must be ZCOR \| COR/);
  });

  test("columns that the measure lacks or does not use, by name", () => {
    expect(() => effectSizes({ r: [0.2] })).toThrow(/ZCOR needs the columns r, n\. Not given: n\./);
    expect(() => effectSizes({ r: [0.2], n: [9], t: [1], sd: [2] })).toThrow(/ZCOR does not use t, sd\. /);
    expect(() => effectSizes({ a: [1], b: [2], c: [3] }, { measure: "PHI" })).toThrow(/Not given: d\./);
  });

  test("a variance that the measure does not have", () => {
    expect(() => effectSizes({ r: [0.2], n: [9] }, { variance: "UB" })).toThrow(
      /ZCOR has no variance UB\. .* LS, AV\./,
    );
  });

  test("values beyond the bounds of their column, all rows at once", () => {
    const data = { m1: [1, 1], sd1: [-1, 1], n1: [10, 1], m2: [0, 0], sd2: [1, 1], n2: [10, 10] };
    expect(() => effectSizes(data, { measure: "SMD" })).toThrow(
      /row 1, column sd1: This must be at least 0\.\nrow 2, column n1: This must be larger than 1\./,
    );
    expect(() => effectSizes({ alpha: [1], items: [4], n: [50] }, { measure: "ABT" })).toThrow(/smaller than 1/);
  });

  test("rows whose values cannot belong together", () => {
    expect(() => effectSizes({ events: [12], n: [9] }, { measure: "PR" })).toThrow(/row 1: .* PR does not exist/);
    expect(() => effectSizes({ t: [2], n: [5], predictors: [4] }, { measure: "PCOR" })).toThrow(/row 1: /);
    expect(() => effectSizes({ t: [9], n: [50], predictors: [2], r2: [0.1] }, { measure: "SPCOR" })).toThrow(/row 1: /);
    const opposite = { m1: [1], sd1: [1], n1: [10], m2: [-1], sd2: [1], n2: [10] };
    expect(() => effectSizes(opposite, { measure: "ROM" })).toThrow(/row 1: /);
  });

  test("zero cells to which nothing is added, and differences without spread", () => {
    const zero = { a: [3, 0], b: [3, 20], c: [3, 7], d: [3, 33] };
    expect(() => effectSizes(zero, { measure: "OR", to: "none" })).toThrow(/row 2: OR .* say with add and to/);
    expect(() => effectSizes(zero, { measure: "RTET" })).toThrow(/row 2: RTET .* say with add and to/);
    const flat = { m1: [1], sd1: [0], n1: [10], m2: [0], sd2: [0], n2: [10] };
    expect(() => effectSizes(flat, { measure: "SMD" })).toThrow(/row 1: SMD or its sampling variance does not exist/);
  });
});
