import { describe, expect, test } from "vitest";
import { randomEffects, randomEffectsCard } from "../../src/meta/randomEffects.ts";
import { pooledSentence } from "../../src/report/pooledSentence.ts";

const ROW = {
  k: 1225,
  estimate: 0.2314,
  lower: 0.14,
  upper: 0.32,
  statistic: 5.412,
  df: 11,
  pValue: 0.0002,
  Q: 54.72,
  tau2: 0.0171,
  I2: 0.79,
  predictionLower: -0.07,
  predictionUpper: 0.49,
};
const R = { measure: "r", shown: "coefficient" } as const;

describe("agrees with the Publication manual (7th ed., 6.43-6.44)", () => {
  test("Dutch and English, as a coefficient", () => {
    expect(pooledSentence(ROW, { language: "en", ...R })).toBe(
      "Over 1,225 effects, the pooled estimate was r = .23, 95% CI [.14, .32], t(11) = 5.41, p < .001. Heterogeneity: Q = 54.72, τ² = 0.017, I² = 79.0%. The effect in a new study may be expected between −.07 and .49 (95% PI).",
    );
    expect(pooledSentence(ROW, { language: "nl", ...R })).toBe(
      "Over 1.225 effecten is de gepoolde schatting r = ,23, 95%-BI [,14; ,32], t(11) = 5,41, p < ,001. Heterogeniteit: Q = 54,72, τ² = 0,017, I² = 79,0%. In een nieuwe studie is een effect te verwachten tussen −,07 en ,49 (95%-PI).",
    );
  });

  test("a measure without bounds keeps its zero; z without degrees of freedom", () => {
    expect(
      pooledSentence(
        { estimate: 0.0837, lower: -0.02, upper: 0.19, statistic: 1.62, pValue: 0.105 },
        { language: "nl", measure: "d" },
      ),
    ).toBe("De gepoolde schatting is d = 0,08, 95%-BI [−0,02; 0,19], z = 1,62, p = ,105.");
  });

  test("takes the glance of randomEffects as it is", () => {
    const pooled = randomEffects({ estimate: [0.1, 0.3, 0.5, 0.2], samplingVariance: [0.01, 0.02, 0.015, 0.01] });
    const text = pooledSentence(randomEffectsCard.glance(pooled), { language: "en" });
    expect(text).toMatch(
      /^Over 4 effects, the pooled estimate was 0\.\d\d, 95% CI \[.+\], t\(3\) = .+ Heterogeneity: Q = /,
    );
    expect(text).toContain("95% PI");
  });
});

describe("at the edges", () => {
  test("one effect is singular, and what is not known is left out", () => {
    expect(pooledSentence({ k: 1, estimate: 0.2 }, { language: "nl" })).toBe(
      "Over 1 effect is de gepoolde schatting 0,20.",
    );
    expect(pooledSentence({ k: 2, estimate: 0.2 }, { language: "en" })).toBe(
      "Over 2 effects, the pooled estimate was 0.20.",
    );
  });

  test("without an estimate it says so", () => {
    expect(pooledSentence({ k: null, estimate: null }, { language: "en" })).toBe("There is no pooled estimate.");
  });
});
