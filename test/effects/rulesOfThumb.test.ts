import { describe, expect, test } from "vitest";
import { RULES_OF_THUMB, type RuleName, ruleOfThumb } from "../../src/effects/rulesOfThumb.ts";

const RULES = Object.keys(RULES_OF_THUMB) as RuleName[];

describe("agrees with its sources", () => {
  test.each<[RuleName, number[]]>([
    ["cohen1988", [0.1, 0.3, 0.5]],
    ["cohen1988d", [0.2, 0.5, 0.8]],
    ["gignacSzodorai2016", [0.1, 0.2, 0.3]],
    ["funderOzer2019", [0.05, 0.1, 0.2, 0.3, 0.4]],
  ])("%s", (rule, from) => {
    expect(RULES_OF_THUMB[rule].thresholds.map((threshold) => threshold.from)).toEqual(from);
  });
});

describe("always", () => {
  test.each(RULES)(
    "%s: a threshold belongs to what it opens, the sign does not matter, the order is rising",
    (rule) => {
      const { thresholds, source } = RULES_OF_THUMB[rule];
      expect(source).toMatch(/\(\d{4}\)/);
      thresholds.forEach(({ from, name }, i) => {
        expect(ruleOfThumb(from, rule)!.name).toEqual(name);
        expect(ruleOfThumb(-from, rule)!.name).toEqual(name);
        expect(ruleOfThumb(from - 1e-9, rule)?.name).toEqual(thresholds[i - 1]?.name);
      });
    },
  );
});

describe("at the edges", () => {
  test("below the lowest threshold there is no word; far above it is the largest", () => {
    expect(ruleOfThumb(0.04, "funderOzer2019")).toBeNull();
    expect(ruleOfThumb(0.26, "gignacSzodorai2016")!.name).toEqual({ en: "typical", nl: "doorsnee" });
    expect(ruleOfThumb(3, "cohen1988d")!.name.nl).toBe("groot");
  });
});

describe("refuses", () => {
  test("what is not a number", () => {
    expect(() => ruleOfThumb(Number.NaN, "cohen1988")).toThrow(/infinite|number/i);
  });
});
