import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alphaWithoutEachRow } from "../../src/questionnaire/alphaResampling.ts";
import { cronbachAlpha, cronbachAlphaAsync, cronbachAlphaCard } from "../../src/questionnaire/cronbachAlpha.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const CASES = fixtureCases("cronbachAlpha");

/** Whole answers of 4 to 20 respondents to 3 to 5 items, with some spread in the sum. */
const answers = fc
  .tuple(fc.integer({ min: 3, max: 5 }), fc.integer({ min: 4, max: 20 }))
  .chain(([k, n]) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: n, maxLength: n }), { minLength: k, maxLength: k }),
  )
  .filter(
    (columns) => new Set(columns[0]!.map((_, i) => columns.reduce((sum, column) => sum + column[i]!, 0))).size > 1,
  );

function named(columns: readonly (readonly (number | null)[])[]) {
  return { items: Object.fromEntries(columns.map((column, j) => [`item${j}`, column])) };
}

function notesOf(result: { notes: readonly { code: string }[] }) {
  return result.notes.map(({ code }) => code);
}

describe("agrees with R", () => {
  test.each(CASES)("%s", (_, { data, options, expected }) => {
    const { n, ...fields } = expected;
    const result = cronbachAlpha(data, options);
    expect(result.sample.used).toBe(n);
    expect(disagreements(result, fields, 12)).toEqual([]);
  });
});

describe("always", () => {
  test("the order of rows and of items makes no difference", () => {
    fc.assert(
      fc.property(answers, (columns) => {
        const turned = columns.map((column) => column.toReversed()).toReversed();
        expect(cronbachAlpha(named(turned)).alpha).toBeCloseTo(cronbachAlpha(named(columns)).alpha, 10);
      }),
    );
  });

  test("the zero and the unit of the answer scale make no difference", () => {
    fc.assert(
      fc.property(
        answers,
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer({ min: 1, max: 50 }),
        (columns, zero, unit) => {
          const moved = columns.map((column) => column.map((answer) => zero + unit * answer));
          expect(cronbachAlpha(named(moved)).alpha).toBeCloseTo(cronbachAlpha(named(columns)).alpha, 9);
        },
      ),
    );
  });

  test("a scale and its copy: Spearman-Brown", () => {
    const half = [
      [1, 2, 4, 5, 3, 2],
      [2, 2, 5, 4, 3, 1],
    ];
    const { alpha } = cronbachAlpha(named(half));
    const parallel = [0, 1, 2].map((shift) => half[0]!.map((_, i) => half[0]![(i + shift) % 6]!));
    const r = cronbachAlpha(named(parallel)).meanCorrelation!;
    expect(cronbachAlpha(named(parallel)).alpha).toBeCloseTo((3 * r) / (1 + 2 * r), 12);
    expect(alpha).toBeLessThan(1);
  });

  test("listwise and pairwise are the same for complete data, and alpha is at most 1", () => {
    fc.assert(
      fc.property(answers, (columns) => {
        const listwise = cronbachAlpha(named(columns));
        const pairwise = cronbachAlpha(named(columns), { missing: "pairwise" });
        expect(pairwise.alpha).toBeCloseTo(listwise.alpha, 10);
        expect(listwise.alpha).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  test("alpha without an item is alpha of the other items", () => {
    const [, { data }] = CASES[0]!;
    const { items } = data as { items: Record<string, number[]> };
    const { rating: _, ...others } = items;
    const dropped = cronbachAlpha({ items }).items.find(({ item }) => item === "rating")!.alphaIfDropped!;
    expect(dropped).toBeCloseTo(cronbachAlpha({ items: others }).alpha, 14);
  });

  test("a higher level gives a wider interval, and alpha lies inside it", () => {
    const [, { data }] = CASES[0]!;
    const [narrow, wide] = [0.8, 0.99].map((confidenceLevel) => cronbachAlpha(data, { confidenceLevel }));
    expect(wide!.lower!).toBeLessThan(narrow!.lower!);
    expect(wide!.upper!).toBeGreaterThan(narrow!.upper!);
    expect(narrow!.lower!).toBeLessThan(narrow!.alpha);
    expect(narrow!.upper!).toBeGreaterThan(narrow!.alpha);
  });
});

describe("with a bootstrap", () => {
  const SMALL = { a: [1, 2, 4], b: [2, 2, 5], c: [1, 3, 3] };

  test("resampling is enumeration: the percentile interval of three rows from all 27 resamples", () => {
    const columns = Object.values(SMALL);
    const all = Array.from({ length: 27 }, (_, code) => {
      const rows = [code % 3, Math.floor(code / 3) % 3, Math.floor(code / 9)];
      try {
        return cronbachAlpha(named(columns.map((column) => rows.map((row) => column[row]!)))).alpha;
      } catch {
        return Number.NaN;
      }
    });
    const options = { interval: "bootstrap", bootstrap: "percentile", seed: 2, draws: 20_000 } as const;
    const found = cronbachAlpha({ items: SMALL }, options);
    const defined = all.filter((value) => !Number.isNaN(value));
    expect(found.undefinedDraws / 20_000).toBeCloseTo(1 - defined.length / 27, 2);
    for (const limit of [found.lower!, found.upper!]) {
      expect(Math.min(...defined.map((value) => Math.abs(value - limit)))).toBeLessThan(1e-12);
    }
    expect(notesOf(found)).toContain("interval/undefined-draws");
  });

  test("the same seed gives the same interval, at once or in parts; another seed another", async () => {
    const [, { data }] = CASES[0]!;
    const options = { interval: "bootstrap", seed: 3, draws: 300 } as const;
    const found = cronbachAlpha(data, options);
    expect(await cronbachAlphaAsync(data, options)).toEqual(found);
    expect(cronbachAlpha(data, { ...options, seed: 4 }).lower).not.toBe(found.lower);
    expect(found.lower!).toBeLessThan(found.alpha);
    expect(found.upper!).toBeGreaterThan(found.alpha);
  });

  test("bca without each row: from all rows less one, as computed from the others", () => {
    const rows = 12;
    const columns = [0, 1, 2].map((j) => Float64Array.from({ length: rows }, (_, i) => ((i * 7 + j * 3) % 5) + i / 3));
    const quick = alphaWithoutEachRow(columns, "listwise");
    const plain = alphaWithoutEachRow(columns, "pairwise");
    expect(quick).toHaveLength(rows);
    quick.forEach((value, i) => {
      expect(value).toBeCloseTo(plain[i]!, 12);
    });
  });

  test("without a seed there is no interval, and a note", () => {
    const [, { data }] = CASES[0]!;
    const found = cronbachAlpha(data, { interval: "bootstrap" });
    expect(found).toMatchObject({ lower: null, upper: null });
    expect(notesOf(found)).toContain("interval/needs-seed");
  });

  test("stops when told to", () => {
    const [, { data }] = CASES[0]!;
    const context = { signal: AbortSignal.abort() };
    expect(() => cronbachAlpha(data, { interval: "bootstrap", seed: 1 }, context)).toThrow(/abort/i);
  });
});

describe("at the edges", () => {
  test("floor and ceiling stand in the rows only where the answer scale was declared", () => {
    const data = { items: { a: [1, 5, 5, 2], b: [2, 5, 4, 1], c: [3, 4, 5, 1] } };
    const bare = cronbachAlphaCard.tidy(cronbachAlpha(data));
    const declared = cronbachAlphaCard.tidy(cronbachAlpha(data, { minimum: 1, maximum: 5 }));
    expect(Object.keys(bare[0]!)).not.toContain("floor");
    expect(declared.map(({ floor, ceiling }) => [floor, ceiling])).toEqual([
      [0.25, 0.5],
      [0.25, 0.25],
      [0.25, 0.25],
    ]);
  });

  test("a constant item counts as an item, and the note says so", () => {
    const data = { items: { a: [1, 2, 3, 4, 4], b: [2, 2, 3, 5, 4], c: [3, 3, 3, 3, 3] } };
    const { items: all, alpha, standardizedAlpha, notes } = cronbachAlpha(data);
    const [a, b] = [data.items.a, data.items.b];
    expect(all[2]!.alphaIfDropped).toBeCloseTo(cronbachAlpha({ items: { a, b } }).alpha, 14);
    expect(alpha).toBeLessThan(all[2]!.alphaIfDropped!);
    expect(all[2]!.itemRest).toBeNull();
    expect(standardizedAlpha).toBeNull();
    expect(notes).toContainEqual({ code: "alpha/constant-item", values: { item: "c" } });
  });

  test("two items: no alpha without an item", () => {
    const result = cronbachAlpha(
      named([
        [1, 2, 3],
        [1, 3, 2],
      ]),
    );
    expect(result.items.map(({ alphaIfDropped }) => alphaIfDropped)).toEqual([null, null]);
    expect(notesOf(result)).toContain("scale/too-few-items");
  });

  test("an item the other way round is reported and not turned", () => {
    const result = cronbachAlpha(
      named([
        [1, 2, 3, 4],
        [2, 1, 3, 4],
        [4, 3, 2, 1.5],
      ]),
    );
    expect(result.notes.filter(({ code }) => code === "item/negative").map(({ values }) => values.item)).toContain(
      "item2",
    );
    expect(result.items[2]!.itemRest).toBeLessThan(0);
  });

  test("missing values are counted, listwise and pairwise", () => {
    const columns = [
      [1, 2, 3, 4, 5, null],
      [2, null, 3, 5, 4, null],
      [1, 2, 2, 4, 5, null],
    ];
    const listwise = cronbachAlpha(named(columns));
    expect(listwise.sample).toEqual({ unit: "respondent", used: 4, dropped: 2, missing: 4 });
    expect(notesOf(listwise)).toEqual(["missing/listwise"]);
    const pairwise = cronbachAlpha(named(columns), { missing: "pairwise" });
    expect(pairwise.sample).toEqual({ unit: "respondent", used: 5, dropped: 1, missing: 4 });
    expect(pairwise.items.map(({ n, missing }) => [n, missing])).toEqual([
      [5, 1],
      [4, 2],
      [5, 1],
    ]);
    expect(notesOf(pairwise)).toContain("missing/pairwise");
  });

  test("a pairwise matrix that no data could have is reported", () => {
    const columns = [
      [1, 2, 3, null, null, null, 1, 2, 3],
      [1, 2, 3, 1, 2, 3, null, null, null],
      [null, null, null, 1, 2, 3, 3, 2, 1.5],
    ];
    expect(notesOf(cronbachAlpha(named(columns), { missing: "pairwise" }))).toContain(
      "matrix/not-positive-semidefinite",
    );
  });

  test("NaN, null and undefined are all missing", () => {
    const withNull = cronbachAlpha(
      named([
        [1, 2, 3, null],
        [1, 3, 2, 2],
        [2, 3, 4, 1],
      ]),
    );
    const withNaN = cronbachAlpha(
      named([
        [1, 2, 3, Number.NaN],
        [1, 3, 2, 2],
        [2, 3, 4, 1],
      ]),
    );
    expect(withNaN).toEqual(withNull);
  });
});

describe("refuses", () => {
  test.each([
    ["one item", { items: { a: [1, 2] } }, {}, "input/too-few-columns"],
    [
      "items that do not vary",
      named([
        [1, 1, 1],
        [2, 2, 2],
      ]),
      {},
      "scale/no-variance",
    ],
    [
      "items whose sum does not vary",
      named([
        [0.1, 0.2, 0.3],
        [0.3, 0.2, 0.1],
      ]),
      {},
      "scale/no-variance",
    ],
    [
      "one complete row",
      named([
        [1, 2, null],
        [2, null, 3],
      ]),
      {},
      "data/too-few",
    ],
    [
      "a pair without two common rows",
      named([
        [1, 2, null],
        [2, null, 3],
      ]),
      { missing: "pairwise" as const },
      "data/too-few",
    ],
    [
      "columns of unequal length",
      named([
        [1, 2],
        [1, 2, 3],
      ]),
      {},
      "input/unequal-length",
    ],
  ])("%s", (_, data, options, code) => {
    expect(() => cronbachAlpha(data, options)).toThrow(expect.objectContaining({ code }));
  });

  test("text among the answers, with its row and column", () => {
    const data = { items: { a: [1, "n.v.t.", 3], b: [1, 2, 3] } } as never;
    expect(() => cronbachAlpha(data)).toThrow(expect.objectContaining({ location: { row: 2, column: "a" } }));
  });

  test("an unknown option", () => {
    expect(() =>
      cronbachAlpha(
        named([
          [1, 2],
          [1, 2],
        ]),
        { reversed: ["a"] } as never,
      ),
    ).toThrow(/reversed/);
  });
});
