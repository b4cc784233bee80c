import { describe, expect, test } from "vitest";
import { parentTeacherAgreement, parentTeacherAgreementCard } from "../../src/questionnaire/parentTeacherAgreement.ts";
import { agreementSentence } from "../../src/report/agreementSentence.ts";
import { HOSTILE, STEERING } from "./hostileLabels.ts";

const BIAS = { term: "bias", estimate: 0.412, lower: 0.104, upper: 0.72, statistic: 3.0512, df: 8.31, n: 120 };
const ROWS = [
  { ...BIAS, method: "paired t", pValue: 0.00001 },
  { ...BIAS, method: "mixed model", pValue: 0.0154 },
  { term: "ICC(A,1)", estimate: 0.451, lower: 0.3, upper: 0.58 },
  { term: "ICC(C,1)", estimate: 0.52 },
];

describe("agrees with the Publication manual (7th ed., 6.43-6.44)", () => {
  test("the test of the mixed model first, in both languages", () => {
    expect(agreementSentence(ROWS, "home", { language: "en" })).toBe(
      "Parents reported more than teachers on home, difference = 0.41, 95% CI [0.10, 0.72], t(8.3) = 3.05, p = .015, n = 120. Agreement and consistency: ICC(A,1) = .45, 95% CI [.30, .58]; ICC(C,1) = .52.",
    );
    expect(agreementSentence(ROWS, "home", { language: "nl", labels: { home: "Praten thuis" } })).toBe(
      "Ouders geven op Praten thuis meer op dan leraren, verschil = 0,41, 95%-BI [0,10; 0,72], t(8,3) = 3,05, p = ,015, n = 120. Overeenstemming en consistentie: ICC(A,1) = ,45, 95%-BI [,30; ,58]; ICC(C,1) = ,52.",
    );
  });

  test("takes the rows of parentTeacherAgreement as they are", () => {
    const result = parentTeacherAgreement(parentTeacherAgreementCard.example.data);
    const rows = parentTeacherAgreementCard.tidy(result).filter(({ group }) => group === "home");
    expect(agreementSentence(rows, "home", { language: "en" })).toMatch(
      /^Parents reported more than teachers on home, difference = 0\.55, 95% CI .*p = \.\d{3} \(corrected\), n = 11\. Agreement and consistency: ICC\(A,1\) = \.76,/,
    );
  });
});

describe("always", () => {
  test("a direction only below .05, corrected where it was; teachers when negative", () => {
    const one = (changes: object) => [{ ...BIAS, method: "paired t", pValue: 0.01, ...changes }];
    expect(agreementSentence(one({ adjustedPValue: 0.06 }), "x", { language: "en" })).toMatch(
      /not shown to differ on x/,
    );
    expect(agreementSentence(one({ estimate: -0.4 }), "x", { language: "nl" })).toMatch(/^Leraren geven op x meer op/);
    expect(agreementSentence(one({ pValue: null }), "x", { language: "nl" })).toMatch(/geen verschil .* aangetoond/);
  });

  test("a hostile name stays letters on one line", () => {
    for (const name of HOSTILE) expect(agreementSentence(ROWS, name, { language: "en" })).not.toMatch(STEERING);
  });
});

describe("at the edges", () => {
  test("nothing there", () => {
    expect(agreementSentence([], "x", { language: "en" })).toBe(
      "The difference between parents and teachers on x is not available.",
    );
  });
});
