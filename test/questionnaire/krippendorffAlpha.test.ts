import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  krippendorffAlpha,
  krippendorffAlphaAsync,
  krippendorffAlphaCard,
} from "../../src/questionnaire/krippendorffAlpha.ts";
import { type Measurement, unitDisagreement, unitsOf } from "../../src/questionnaire/unitDisagreement.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const MEASUREMENTS: readonly Measurement[] = ["nominal", "ordinal", "interval", "ratio"];

/** Krippendorff's four observers and twelve units; the last unit cannot be paired. */
const OWN = {
  a: [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
  b: [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
  c: [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
  d: [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
};

const tables = fc
  .tuple(fc.integer({ min: 3, max: 10 }), fc.integer({ min: 2, max: 4 }))
  .chain(([n, k]) =>
    fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 9 }), { freq: 5 }), { minLength: n, maxLength: n }), {
      minLength: k,
      maxLength: k,
    }),
  )
  .filter((columns) => columns[0]!.some((_, i) => columns.filter((column) => column[i] !== null).length > 1))
  .map((columns) => Object.fromEntries(columns.map((column, j) => [`rater${j}`, column])));

function codesOf({ notes }: { notes: readonly { code: string }[] }) {
  return notes.map(({ code }) => code);
}

describe("agrees with R", () => {
  test.each(fixtureCases("krippendorffAlpha"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(krippendorffAlpha(data, options), expected, 12)).toEqual([]);
  });
});

describe("agrees with the source", () => {
  test.each([
    ["nominal", 0.743],
    ["ordinal", 0.815],
    ["interval", 0.849],
    ["ratio", 0.797],
  ] as const)("Krippendorff (2011): %s alpha is %f", (measurement, printed) => {
    expect(krippendorffAlpha({ ratings: OWN }, { measurement }).alpha).toBeCloseTo(printed, 3);
  });
});

describe("always", () => {
  test("the order of cases and raters makes no difference", () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(...MEASUREMENTS), (ratings, measurement) => {
        const turned = Object.entries(ratings).map(([name, column]) => [name, column.toReversed()]);
        const before = krippendorffAlpha({ ratings }, { measurement });
        const after = krippendorffAlpha({ ratings: Object.fromEntries(turned.toReversed()) }, { measurement });
        if (before.alpha === null) expect(after.alpha).toBeNull();
        else expect(after.alpha).toBeCloseTo(before.alpha, 10);
      }),
    );
  });

  test("each level of measurement bears its own changes of the values", () => {
    const changes: Record<Measurement, (x: number) => number> = {
      nominal: (x) => (x * 7) % 11,
      ordinal: (x) => x ** 3 - 500,
      interval: (x) => 4 * x - 100,
      ratio: (x) => 12 * x,
    };
    fc.assert(
      fc.property(tables, fc.constantFrom(...MEASUREMENTS), (ratings, measurement) => {
        const moved = Object.entries(ratings).map(([name, column]) => [
          name,
          column.map((x) => (x === null ? null : changes[measurement](x))),
        ]);
        const before = krippendorffAlpha({ ratings }, { measurement });
        const after = krippendorffAlpha({ ratings: Object.fromEntries(moved) }, { measurement });
        if (before.alpha !== null) expect(after.alpha).toBeCloseTo(before.alpha, 9);
      }),
    );
  });

  test("two values: all levels but ratio are one", () => {
    const ratings = { a: [1, 2, 2, 1, 2], b: [1, 2, 1, 1, 2], c: [2, 2, 1, 1, 2] };
    const [nominal, ordinal, interval] = MEASUREMENTS.map(
      (measurement) => krippendorffAlpha({ ratings }, { measurement }).alpha!,
    );
    expect(ordinal).toBeCloseTo(nominal!, 12);
    expect(interval).toBeCloseTo(nominal!, 12);
  });

  test("a unit that counts twice is a unit that stands there twice", () => {
    const columns = Object.values(OWN).map((column) => Float64Array.from(column, (x) => x ?? Number.NaN));
    const doubled = columns.map((column) => Float64Array.of(...column, column[5]!, column[1]!));
    const times = Int32Array.of(1, 2, 1, 1, 1, 2, 1, 1, 1, 1, 1);
    for (const measurement of MEASUREMENTS) {
      const weighted = unitDisagreement(unitsOf(columns), measurement, times);
      const repeated = unitDisagreement(unitsOf(doubled), measurement);
      expect(weighted.observed).toBeCloseTo(repeated.observed, 10);
      expect(weighted.expected).toBeCloseTo(repeated.expected, 10);
    }
  });

  test("resampling is enumeration: the interval of four units from all 256 resamples", () => {
    const ratings = { a: [1, 2, 3, 1], b: [1, 3, 3, 2], c: [1, 3, null, 2] };
    const units = unitsOf(Object.values(ratings).map((column) => Float64Array.from(column, (x) => x ?? Number.NaN)));
    const all = Array.from({ length: 256 }, (_, code) => {
      const times = new Int32Array(4);
      for (let digit = 0; digit < 4; digit++) times[Math.floor(code / 4 ** digit) % 4]! += 1;
      const { observed, expected } = unitDisagreement(units, "interval", times);
      return expected === 0 ? Number.NaN : 1 - observed / expected;
    });
    const defined = all.filter((x) => !Number.isNaN(x));
    const mean = defined.reduce((sum, x) => sum + x, 0) / defined.length;
    const spread = Math.sqrt(defined.reduce((sum, x) => sum + (x - mean) ** 2, 0) / defined.length);
    const found = krippendorffAlpha({ ratings }, { measurement: "interval", seed: 5, draws: 20_000 });
    expect(found.standardError).toBeCloseTo(spread, 2);
    expect(found.undefinedDraws / 20_000).toBeCloseTo(1 - defined.length / 256, 2);
    expect(Math.min(...defined.map((x) => Math.abs(x - found.lower!)))).toBeLessThan(1e-9);
  });

  test("the same seed gives the same interval, at once or in parts; another seed another", async () => {
    const options = { seed: 3, draws: 300 };
    const found = krippendorffAlpha({ ratings: OWN }, options);
    expect(await krippendorffAlphaAsync({ ratings: OWN }, options)).toEqual(found);
    expect(krippendorffAlpha({ ratings: OWN }, { ...options, seed: 4 }).standardError).not.toBe(found.standardError);
  });

  test("a higher level gives a wider interval", () => {
    const [narrow, wide] = [0.5, 0.95].map((confidenceLevel) =>
      krippendorffAlpha({ ratings: OWN }, { seed: 1, confidenceLevel }),
    );
    expect(wide!.lower! < narrow!.lower! && wide!.upper! >= narrow!.upper!).toBe(true);
    expect(narrow!.lower! < narrow!.alpha! && narrow!.alpha! < narrow!.upper!).toBe(true);
  });
});

describe("at the edges", () => {
  test("without a seed there is an alpha and no interval", () => {
    const found = krippendorffAlpha({ ratings: OWN });
    expect(found).toMatchObject({ lower: null, upper: null, standardError: null, undefinedDraws: 0 });
    expect(codesOf(found)).toEqual(["ratings/unpaired", "ratings/incomplete", "interval/needs-seed"]);
    expect(found.sample).toEqual({ unit: "respondent", used: 11, dropped: 1, missing: 7 });
  });

  test("all values the same: no alpha", () => {
    const found = krippendorffAlpha({ ratings: { a: [0.3, 0.3], b: [0.3, 0.3], c: [0.3, null] } }, { seed: 1 });
    expect(found).toMatchObject({ alpha: null, lower: null, undefinedDraws: 1000, expectedDisagreement: 0 });
    expect(codesOf(found)).toContain("agreement/one-value");
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  test("perfect agreement is exactly 1, in thirds and far from zero too", () => {
    const column = [1 / 3, 1e9 + 1 / 3, 2 / 3];
    const found = krippendorffAlpha({ ratings: { a: column, b: column, c: column } }, { measurement: "interval" });
    expect(found.alpha).toBe(1);
    expect(codesOf(found)).toContain("agreement/perfect");
  });

  test("rows tell the level of measurement", () => {
    const rows = krippendorffAlphaCard.tidy(krippendorffAlpha({ ratings: OWN }, { measurement: "ratio" }));
    expect(rows.map(({ method }) => method)).toEqual(["ratio", "ratio", "ratio"]);
  });
});

describe("refuses", () => {
  test.each([
    ["one rater", { a: [1, 2] }, {}, "input/too-few-columns"],
    ["no case with two ratings", { a: [1, null], b: [null, 1] }, {}, "data/too-few"],
    ["a negative value on a ratio scale", { a: [1, 2], b: [1, -2] }, { measurement: "ratio" }, "data/outside-range"],
    ["too few draws", { a: [1, 2], b: [1, 2] }, { seed: 1, draws: 10 }, "option/invalid"],
  ])("%s", (_, ratings, options, code) => {
    expect(() => krippendorffAlpha({ ratings: ratings as never }, options as never)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  test("to go on when stopped", () => {
    const stopped = AbortSignal.abort();
    expect(() => krippendorffAlpha({ ratings: OWN }, { seed: 1 }, { signal: stopped })).toThrow(/abort/i);
  });
});
