import { describe, expect, test } from "vitest";
import { polychoricCorrelation } from "../../src/inference/polychoricCorrelation.ts";
import { cronbachAlpha } from "../../src/questionnaire/cronbachAlpha.ts";
import { ordinalAlpha } from "../../src/questionnaire/ordinalAlpha.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const CASES = fixtureCases("ordinalAlpha");
const { items: AGREE } = CASES[0]![1].data as unknown as { items: Record<string, number[]> };

function codesOf({ notes }: { notes: readonly { code: string }[] }) {
  return notes.map(({ code }) => code);
}

describe("agrees with R", () => {
  test.each(CASES)("%s", (_, { data, options, expected }) => {
    // bivariate normal cells on both sides
    expect(disagreements(ordinalAlpha(data, options), expected, 10)).toEqual([]);
  });
});

describe("always", () => {
  test("only the order of the answers counts for it; alpha beside it is that of the answers", () => {
    const before = ordinalAlpha({ items: AGREE });
    const stretched = Object.entries(AGREE).map(([name, column]) => [name, column.map((x) => x ** 3)]);
    const items = Object.fromEntries(stretched) as Record<string, number[]>;
    const after = ordinalAlpha({ items });
    expect(after.ordinalAlpha).toBeCloseTo(before.ordinalAlpha!, 12);
    expect(after.alpha).toBeCloseTo(cronbachAlpha({ items }).alpha, 12);
    expect(after.alpha).not.toBeCloseTo(before.alpha!, 2);
  });

  test("the order of rows and items makes no difference", () => {
    const turned = Object.entries(AGREE).map(([name, column]) => [name, column.toReversed()]);
    const after = ordinalAlpha({ items: Object.fromEntries(turned.toReversed()) });
    expect(after.ordinalAlpha).toBeCloseTo(ordinalAlpha({ items: AGREE }).ordinalAlpha!, 10);
  });

  test("it follows from the mean polychoric correlation", () => {
    const { pairs } = polychoricCorrelation({ variables: AGREE });
    const mean = pairs.reduce((sum, { r }) => sum + r!, 0) / pairs.length;
    const { ordinalAlpha: found, meanCorrelation } = ordinalAlpha({ items: AGREE });
    expect(meanCorrelation).toBeCloseTo(mean, 12);
    expect(found).toBeCloseTo((4 * mean) / (1 + 3 * mean), 10);
  });

  test("says what it is not", () => {
    expect(codesOf(ordinalAlpha({ items: AGREE }))[0]).toBe("ordinal-alpha/not-the-sum");
  });
});

describe("at the edges", () => {
  test("an item that everybody answers alike: no ordinal alpha, and the pairs are named", () => {
    const found = ordinalAlpha({ items: { ...AGREE, flat: AGREE.A2!.map(() => 3) } });
    expect(found).toMatchObject({ ordinalAlpha: null, meanCorrelation: null });
    expect(found.items[0]).toMatchObject({ itemRest: null, alphaIfDropped: null });
    expect(codesOf(found)).toContain("pair/constant");
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  test("two items: no alpha without an item", () => {
    const { A2, A3 } = AGREE as { A2: number[]; A3: number[] };
    expect(ordinalAlpha({ items: { A2, A3 } }).items.map(({ alphaIfDropped }) => alphaIfDropped)).toEqual([null, null]);
  });
});

describe("refuses", () => {
  test("one item, and numbers that are not answers", () => {
    expect(() => ordinalAlpha({ items: { a: [1, 2] } })).toThrow(
      expect.objectContaining({ code: "input/too-few-columns" }),
    );
    const many = Array.from({ length: 40 }, (_, i) => i);
    expect(() => ordinalAlpha({ items: { a: many, b: many } })).toThrow(
      expect.objectContaining({ code: "data/too-many-categories" }),
    );
  });
});
