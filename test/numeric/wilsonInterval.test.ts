import { expect, test } from "vitest";
import { newcombeInterval, wilsonInterval } from "../../src/numeric/wilsonInterval.ts";

test("Newcombe's (1998) table II, method 10", () => {
  const rounded = (a: number, m: number, b: number, n: number) => {
    const { lower, upper } = newcombeInterval({ count: a, n: m }, { count: b, n }, 0.95);
    return [lower.toFixed(4), upper.toFixed(4)];
  };
  expect(rounded(56, 70, 48, 80)).toEqual(["0.0524", "0.3339"]);
  expect(rounded(9, 10, 3, 10)).toEqual(["0.1705", "0.8090"]);
  expect(rounded(10, 10, 0, 10)).toEqual(["0.6075", "1.0000"]);
});

test("limits stay between 0 and 1, and reach them only at the ends", () => {
  expect(wilsonInterval(0, 12, 0.95)).toMatchObject({ lower: 0 });
  expect(wilsonInterval(12, 12, 0.95)).toMatchObject({ upper: 1 });
  const { lower, upper } = wilsonInterval(1, 1e6, 0.999);
  expect(lower > 0 && upper < 1).toBe(true);
});
