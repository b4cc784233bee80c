import { cellText, labelOf, numberOf } from "../charts/chart.ts";
import { type SentenceCode, sentence } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { equals, figure, interval, listed, probability, type SentenceOptions, testStatistic } from "./apaFigures.ts";

const SIGNIFICANT = 0.05;
/** Tests of the difference, the one to report first. */
const PREFERRED = ["mixed model", "CR2", "paired t"];

/**
 * Who reports more of a scale, parents or teachers, and how far they agree, in APA style. The test is that of the mixed
 * model where there is one, then the cluster-robust one, then the paired t test; a direction is named only below .05.
 * @param rows as `parentTeacherAgreement`'s tidy rows of one scale: `term` "bias" with `method`, "ICC(A,1)", "ICC(C,1)"
 * @param scale the scale's name
 * @param options language, labels, level of the intervals
 * @returns one or two sentences; what the rows do not hold is left out
 * @see American Psychological Association (2020), Publication manual (7th ed.), 6.43-6.44
 * @example agreementSentence([{ term: "bias", method: "paired t", estimate: 0.4, df: 11, statistic: 1.2, pValue: 0.255 }], "home", { language: "en" }) // "Parents and teachers were not shown to differ on home, difference = 0.40, t(11) = 1.20, p = .255."
 */
export function agreementSentence(rows: readonly Row[], scale: string, options: SentenceOptions): string {
  const name = labelOf(scale, options.labels);
  const bias = preferredTest(rows);
  const parts = [
    sentence(
      verdict(bias),
      { scale: name, figures: bias === undefined ? "" : figuresOf(bias, options) },
      options.language,
    ),
    agreementPart(rows, options),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function preferredTest(rows: readonly Row[]): Row | undefined {
  const tests = rows.filter(({ term, estimate }) => term === "bias" && numberOf(estimate) !== null);
  return PREFERRED.map((method) => tests.find((row) => row.method === method)).find((row) => row !== undefined);
}

function verdict(bias: Row | undefined): SentenceCode {
  if (bias === undefined) return "apa-agreement-unavailable";
  const p = numberOf(bias.adjustedPValue) ?? numberOf(bias.pValue);
  const estimate = numberOf(bias.estimate)!;
  if (p === null || p >= SIGNIFICANT || estimate === 0) return "apa-agreement-unclear";
  return estimate > 0 ? "apa-agreement-parents" : "apa-agreement-teachers";
}

function figuresOf(bias: Row, options: SentenceOptions): string {
  const { language } = options;
  const estimate = cellText(numberOf(bias.estimate), "number", { language });
  return listed([
    equals(sentence("apa-difference", {}, language), estimate),
    interval(bias, "number", options),
    numberOf(bias.statistic) === null ? "" : testStatistic(bias, language),
    probability(bias, language),
    figure(bias, "n", language),
  ]);
}

function agreementPart(rows: readonly Row[], options: SentenceOptions): string {
  const coefficients = ["ICC(A,1)", "ICC(C,1)"].map((term) => {
    const row = rows.find((candidate) => candidate.term === term);
    const text = cellText(numberOf(row?.estimate), "coefficient", options);
    return row === undefined || text === "" ? "" : listed([equals(term, text), interval(row, "coefficient", options)]);
  });
  const figures = coefficients.filter((text) => text !== "").join("; ");
  return figures === "" ? "" : sentence("apa-agreement", { figures }, options.language);
}
