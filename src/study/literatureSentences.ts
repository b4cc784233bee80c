import { formatCell, formatInterval } from "../foundation/format.ts";
import { type Language, sentence } from "../foundation/phrases.ts";
import { knownComponent } from "../frameworks/components.ts";
import type { PublishedFigure } from "../frameworks/publishedFigures.ts";
import { equals, interval, listed, probability } from "../report/apaFigures.ts";
import { SMALLEST_SHOWN } from "../results/disclosure.ts";
import type { CodedPlacement, PooledCorrelation } from "./codedPlacement.ts";
import type { PlacedEffect, PlacedFigure, PlacedStudy } from "./placeInLiterature.ts";
import type { StudyEffect } from "./studyEffects.ts";

/** Whether too few respondents stand behind an effect for it to be shown. */
export function isHidden({ n }: StudyEffect, { disclosure }: Pick<PlacedStudy, "disclosure">): boolean {
  return n < SMALLEST_SHOWN[disclosure];
}

/**
 * What may and what may not be concluded from a study's place, measure by measure. Of a figure that is not known
 * nothing is said but that it is not known; that a difference was not shown is never called equality.
 * @param placed as placeInLiterature gives it
 * @param language of the reader
 * @returns one text per measure, safe to show
 */
export function placeSentences(placed: PlacedStudy, language: Language): string[] {
  return placed.effects.map((one) => {
    const label = placed.labels[one.effect.x]![language];
    if (isHidden(one.effect, placed)) return sentence("place-hidden", { label }, language);
    return [
      sentence("place-own", { label, figures: ownFigures(one.effect, language) }, language),
      ...correctedText(one.effect, language),
      ...(one.figures.length === 0 ? [sentence("place-none", {}, language)] : []),
      ...figureTexts(one, language),
      ...one.coded.map((coded) => codedText(coded, language)),
    ].join(" ");
  });
}

/** Where sources contradict each other about what the study measured, in their words, each once. */
export function contradictionSentences({ effects }: PlacedStudy, language: Language): string[] {
  const all = effects.flatMap(({ contradictions }) => contradictions.map(({ text }) => text[language]));
  return [...new Set(all)].map((text) => sentence("place-contradiction", { text }, language));
}

function coefficient(value: number, language: Language): string {
  return formatCell(value, "coefficient", { language });
}

function ownFigures(effect: StudyEffect, language: Language): string {
  const { r, lower, upper, n, effectiveN, clusters } = effect;
  const count = (value: number) => formatCell(Math.round(value), "count", { language });
  return listed([
    equals("r", coefficient(r, language)),
    interval({ lower, upper }, "coefficient", { language }),
    equals("n", count(n)),
    clusters === null ? "" : sentence("place-effective", { n: count(effectiveN) }, language),
  ]);
}

function correctedText({ correctedR }: StudyEffect, language: Language): string[] {
  return correctedR === null
    ? []
    : [sentence("place-corrected", { r: formatCell(correctedR, "coefficient", { language }) }, language)];
}

/** Each figure by itself, and once for all of those with which no comparison is possible that there is none. */
function figureTexts({ figures }: PlacedEffect, language: Language): string[] {
  const untested = figures.filter(({ comparison }) => comparison === null).length;
  return [
    ...figures.map((figure) => figureText(figure, language)),
    ...(untested > 0 ? [sentence("place-untested", { count: untested }, language)] : []),
  ];
}

function figureText(figure: PlacedFigure, language: Language): string {
  const { published, outcome, component, withinPrediction } = figure;
  const values = {
    name: nameOf(published, language),
    figures: publishedFigures(published, language),
    component: [knownComponent(component).label, ...(published.outcome ? [published.outcome] : [])]
      .map((text) => text[language])
      .join("; "),
  };
  const code = outcome === "inferred" ? "place-figure-inferred" : "place-figure";
  const prediction = withinPrediction ? "place-within-prediction" : "place-outside-prediction";
  return [
    sentence(code, values, language),
    ...(withinPrediction === null ? [] : [sentence(prediction, {}, language)]),
    ...comparisonText(figure, language),
  ].join(" ");
}

function publishedFigures(
  { r, lower, upper, k, n, predictionLower, predictionUpper }: PublishedFigure,
  language: Language,
) {
  const both = predictionLower !== null && predictionUpper !== null;
  const count = (value: number | null) => (value === null ? "" : formatCell(value, "count", { language }));
  return listed([
    equals("r", r === null ? "" : coefficient(r, language)),
    interval({ lower, upper }, "coefficient", { language }),
    both
      ? `${sentence("prediction-label", { level: 95 }, language)} ${formatInterval(predictionLower, predictionUpper, { language }, "coefficient")}`
      : "",
    equals("k", count(k)),
    equals("n", count(n)),
  ]);
}

function comparisonText({ comparison }: PlacedFigure, language: Language): string[] {
  if (comparison === null) return [];
  const { statistic, pValue } = comparison;
  const figures = listed([
    equals("z", formatCell(statistic, "number", { language })),
    probability({ pValue }, language),
  ]);
  return [sentence(pValue < 0.05 ? "place-apart" : "place-not-apart", { figures }, language)];
}

function codedText({ component, before, after }: CodedPlacement, language: Language): string {
  const figures = ({ r, lower, upper }: PooledCorrelation) =>
    listed([equals("r", coefficient(r, language)), interval({ lower, upper }, "coefficient", { language })]);
  const about = component === null ? "" : ` (${knownComponent(component).label[language]})`;
  const values = { k: before.k, about, before: figures(before), after: figures(after) };
  return sentence("place-coded", values, language);
}

/** Who published a figure, and what it is about in their words. */
export function nameOf({ name, subject }: PublishedFigure, language: Language): string {
  return `${name[language]}: ${subject[language]}`;
}
