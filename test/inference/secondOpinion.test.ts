import fc from "fast-check";
import { max, mean, median, min, sampleCorrelation, sampleSkewness, sampleStandardDeviation } from "simple-statistics";
import { expect, test } from "vitest";
import { describe as describeVariables } from "../../src/inference/describe.ts";
import { pearsonCorrelation } from "../../src/inference/pearsonCorrelation.ts";

const column = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 12, maxLength: 12 });
const varied = column.filter((values) => new Set(values).size > 2);

test("describe agrees with simple-statistics", () => {
  fc.assert(
    fc.property(varied, (x) => {
      const [found] = describeVariables({ variables: { x } }).variables;
      expect(found!.mean).toBeCloseTo(mean(x), 10);
      expect(found!.standardDeviation).toBeCloseTo(sampleStandardDeviation(x), 9);
      expect(found!.skewness).toBeCloseTo(sampleSkewness(x), 9);
      expect([found!.median, found!.minimum, found!.maximum]).toEqual([median(x), min(x), max(x)]);
    }),
  );
});

test("pearsonCorrelation agrees with simple-statistics", () => {
  fc.assert(
    fc.property(varied, varied, (x, y) => {
      expect(pearsonCorrelation({ variables: { x, y } }).pairs[0]!.r).toBeCloseTo(sampleCorrelation(x, y), 10);
    }),
  );
});
