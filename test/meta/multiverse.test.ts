import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { multiverse, multiverseCard } from "../../src/meta/multiverse.ts";
import { randomEffects } from "../../src/meta/randomEffects.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const DATA = {
  r: [0.26, 0.33, 0.18, 0.41, 0.05, 0.22, 0.3],
  n: [120, 85, 210, 64, 150, 98, 77],
  study: ["A", "A", "B", "C", "D", "E", "F"],
};
const ONE = { methods: ["REML"], tests: ["z"], measures: ["ZCOR"], units: ["effect"], outliers: ["kept"] } as const;
const only = (given: object) => ({ ...structuredClone(ONE), ...given }) as never;

type Named = Readonly<Record<"factor" | "level" | "measure" | "unit" | "outliers" | "method" | "test", string | null>>;
const nameOf = ({ factor, level, measure, unit, outliers, method, test: how }: Named) =>
  [factor, level, measure, unit, outliers, method, how].join(" ");
const byName = <T extends Named>(rows: readonly T[]) => Object.fromEntries(rows.map((row) => [nameOf(row), row]));

describe("agrees with R", () => {
  test.each(fixtureCases("multiverse"))("%s", (_, one) => {
    const result = multiverse(one.data, one.options);
    expect(disagreements(result, one.expected, 10)).toEqual([]);
    const { rows } = one as unknown as { rows: Named[] };
    expect(disagreements(byName(result.curve), byName(rows), 10)).toEqual([]);
  });
});

describe("always", () => {
  test("one choice is one analysis", () => {
    const z = { estimate: DATA.r.map(Math.atanh), samplingVariance: DATA.n.map((n) => 1 / (n - 3)) };
    const mean = randomEffects(z, { test: "z", backTransform: "fisherZ" });
    const { curve } = multiverse(DATA, only({}));
    expect(curve).toHaveLength(1);
    expect(curve[0]!.r).toBeCloseTo(mean.transformed!.estimate, 13);
    expect(curve[0]!.pValue).toBeCloseTo(mean.pValue!, 13);
  });

  test("the curve rises, ranks run on, shares are shares of it, and every option's part adds up", () => {
    const row = fc.record({ r: fc.double({ min: -0.9, max: 0.9, noNaN: true }), n: fc.integer({ min: 10, max: 500 }) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 9 }), (rows) => {
        const data = { r: rows.map(({ r }) => r), n: rows.map(({ n }) => n), study: rows.map((_, i) => `s${i >> 1}`) };
        const { curve, specifications, skipped, identical, choices, positive } = multiverse(data, {
          methods: ["DL", "FE"],
        });
        expect(curve.every(({ r, rank }, i) => rank === i + 1 && (i === 0 || r >= curve[i - 1]!.r))).toBe(true);
        expect(specifications + skipped + identical).toBe(2 * 2 * 2 * 2 * 2);
        expect(positive).toBe(curve.filter(({ r }) => r > 0).length / specifications);
        for (const choice of ["measure", "unit", "outliers", "method", "test"]) {
          const own = choices.filter((one) => one.choice === choice);
          expect(own.reduce((sum, one) => sum + one.specifications, 0)).toBe(specifications);
        }
      }),
      { numRuns: 15 },
    );
  });

  test("it says that the shares are no evidence, and that studies repeat", () => {
    const codes = multiverse(DATA).notes.map(({ code }) => code);
    expect(codes).toContain("multiverse/not-evidence");
    expect(codes).toContain("multiverse/dependent-effects");
  });
});

describe("at the edges", () => {
  test("a choice that changes nothing is not counted twice: no outliers, one effect per study, a level that is all", () => {
    const r = [0.2, 0.25, 0.22, 0.28];
    const n = [100, 120, 80, 90];
    const given = { ...structuredClone(ONE), outliers: ["kept", "leftOut"], units: ["effect", "study"] } as never;
    const result = multiverse({ r, n, factors: { where: r.map(() => "home") } }, given);
    expect([result.specifications, result.identical]).toEqual([1, 7]);
    expect(result.notes.find(({ code }) => code === "multiverse/identical")?.values).toEqual({ count: 7 });
  });

  test("an effect far from the others is an outlier", () => {
    const result = multiverse({ r: [...DATA.r, 0.97], n: [...DATA.n, 400] }, only({ outliers: ["leftOut"] }));
    expect(result.curve[0]).toMatchObject({ leftOut: 1, k: 7, outliers: "leftOut" });
  });

  test("levels with too few effects are skipped and counted; nothing left has no shares", () => {
    const where = ["x", "x", "y", "y", "y", "y", null];
    const result = multiverse({ ...DATA, factors: { where } }, only({}));
    expect([result.specifications, result.skipped]).toEqual([2, 1]);
    expect(result.curve.map(({ level, k }) => [level, k])).toEqual(expect.arrayContaining([["y", 4]]));
    const none = multiverse({ r: [0.1, 0.2], n: [50, 60] }, only({}));
    expect(none).toMatchObject({ specifications: 0, median: null, minimum: null, positive: null, skipped: 1 });
  });

  test("rows name the way of analysing", () => {
    const [row] = multiverseCard.tidy(multiverse(DATA, only({})));
    expect(row).toMatchObject({ term: "ZCOR · effect · kept · REML · z", group: "all", k: 7 });
  });
});

describe("refuses", () => {
  test.each([
    ["a correlation of 1", { ...DATA, r: [1, ...DATA.r.slice(1)] }, {}, /row 1/],
    ["n of 3", { ...DATA, n: [...DATA.n.slice(1), 3] }, {}, /row 7/],
    ["samples without their column", DATA, { units: ["sample"] }, /needs a column/],
    ["an option that stands twice", DATA, { methods: ["DL", "DL"] }, /methods names DL twice/],
    ["no choice at all", DATA, { tests: [] }, /tests must be/],
    ["no usable row", { r: [null], n: [30] }, {}, /needed/],
  ] as const)("%s", (_, data, options, message) => {
    expect(() => multiverse(data as never, options as never)).toThrow(message);
  });
});
