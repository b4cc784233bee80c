import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correlationSentence, correlationSentences } from "../../src/report/correlationSentence.ts";
import { HOSTILE, STEERING } from "./hostileLabels.ts";

const ROW = {
  term: "talk",
  with: "grade",
  r: 0.3149,
  lower: 0.2051,
  upper: 0.4,
  n: 319,
  df: 317,
  pValue: 1e-8,
} as const;
const LABELS = { talk: "Praten over school", grade: "Rapportcijfer" };
const nl = { language: "nl", labels: LABELS } as const;
const en = { language: "en" } as const;

describe("agrees with the Publication manual (7th ed., 6.43-6.44)", () => {
  test("degrees of freedom with r, interval, p below .001; no leading zeros", () => {
    expect(correlationSentence(ROW, en)).toBe(
      "Talk and grade were positively correlated, r(317) = .31, 95% CI [.21, .40], p < .001.",
    );
    expect(correlationSentence(ROW, nl)).toBe(
      "Praten over school en Rapportcijfer hangen positief samen, r(317) = ,31, 95%-BI [,21; ,40], p < ,001.",
    );
  });

  test("a negative correlation has a true minus sign, an exact p three decimals", () => {
    const row = { ...ROW, r: -0.118, lower: -0.2251, upper: -0.0077, pValue: 0.0361 };
    expect(correlationSentence(row, en)).toBe(
      "Talk and grade were negatively correlated, r(317) = −.12, 95% CI [−.23, −.01], p = .036.",
    );
    expect(correlationSentence(row, nl)).toContain(
      "hangen negatief samen, r(317) = −,12, 95%-BI [−,23; −,01], p = ,036",
    );
  });

  test("a corrected p decides and says that it was corrected", () => {
    const row = { ...ROW, pValue: 0.021, adjustedPValue: 0.063 };
    expect(correlationSentence(row, en)).toBe(
      "No correlation was shown between talk and grade, r(317) = .31, 95% CI [.21, .40], p = .063 (corrected).",
    );
    expect(correlationSentence(row, nl)).toBe(
      "Tussen Praten over school en Rapportcijfer is geen samenhang aangetoond, r(317) = ,31, 95%-BI [,21; ,40], p = ,063 (gecorrigeerd).",
    );
  });

  test("degrees of freedom of a cluster-robust test stand with its t, and n is told", () => {
    const row = { ...ROW, level: "total", df: 24.31, statistic: 5.504 };
    expect(correlationSentence(row, nl)).toContain("r = ,31, 95%-BI [,21; ,40], t(24,3) = 5,50, p < ,001, n = 319.");
    expect(correlationSentence({ ...row, n: 1319 }, en)).toContain("t(24.3) = 5.50, p < .001, n = 1,319.");
  });

  test("within and between clusters say so", () => {
    expect(correlationSentence({ ...ROW, level: "within", df: 277 }, nl)).toBe(
      "Praten over school en Rapportcijfer hangen positief samen (binnen clusters), r(277) = ,31, 95%-BI [,21; ,40], p < ,001.",
    );
    expect(correlationSentence({ ...ROW, level: "between", df: 38 }, en)).toContain("(between clusters), r(38) = .31");
  });
});

describe("always", () => {
  const p = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });

  test("nothing bounded by 1 has a leading zero, in either language", () => {
    const r = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(r, r, r, p, fc.constantFrom("nl" as const, "en" as const), (one, lower, upper, pValue, language) => {
        const text = correlationSentence({ ...ROW, r: one, lower, upper, pValue }, { language });
        expect(text).not.toMatch(language === "nl" ? /(?<!\d)0,\d/ : /(?<!\d)0\.\d/);
        expect(text).not.toMatch(/-\d|NaN|null|undefined/);
      }),
    );
  });

  test("a direction is named only when p is below .05, and it is that of r", () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), p, (r, pValue) => {
        const text = correlationSentence({ ...ROW, r, pValue }, en);
        expect(/positively|negatively/.exec(text)?.[0]).toBe(
          pValue !== null && pValue < 0.05 && r !== 0 ? (r > 0 ? "positively" : "negatively") : undefined,
        );
      }),
    );
  });

  test("no verb of cause and effect", () => {
    const texts = [-0.4, 0.4].flatMap((r) =>
      [0.001, 0.5].flatMap((pValue) => [nl, en].map((options) => correlationSentence({ ...ROW, r, pValue }, options))),
    );
    for (const text of texts)
      expect(text).not.toMatch(/effect|influence|cause|lead|improve|invloed|leidt|zorgt|verbeter|veroorzaak|verklaar/i);
  });

  test("a hostile label stays letters on one line", () => {
    for (const term of HOSTILE) {
      const text = correlationSentence({ ...ROW, term }, en);
      expect(text).toMatch(
        / and grade were positively correlated, r\(317\) = \.31, 95% CI \[\.21, \.40\], p < \.001\.$/,
      );
      expect(text).not.toMatch(STEERING);
      expect(text).not.toContain("\n");
    }
  });
});

describe("at the edges", () => {
  test("what the row does not hold is left out", () => {
    expect(correlationSentence({ term: "a", with: "b", r: 0.3 }, en)).toBe("The correlation between a and b: r = .30.");
    expect(correlationSentence({ term: "a", with: "b", r: 0.3, lower: 0.1, upper: null, n: 20 }, nl)).toBe(
      "De correlatie tussen a en b: r = ,30, n = 20.",
    );
  });

  test("without a correlation it says that there is none; a list skips it", () => {
    const rows = [{ term: "a", with: "b", r: null, suppressed: true }, ROW];
    expect(correlationSentence(rows[0]!, en)).toBe("The correlation between a and b is not available.");
    expect(correlationSentences(rows, en)).toEqual([correlationSentence(ROW, en)]);
  });

  test("perfect and zero correlations, p of 1, other levels of confidence", () => {
    expect(correlationSentence({ ...ROW, r: 1 }, nl)).toContain("r(317) = 1,00");
    expect(correlationSentence({ ...ROW, r: 0, pValue: 1 }, en)).toMatch(/^No correlation was shown .* p > \.999\.$/);
    expect(correlationSentence(ROW, { ...nl, confidenceLevel: 0.999 })).toContain("99,9%-BI [,21; ,40]");
  });
});
