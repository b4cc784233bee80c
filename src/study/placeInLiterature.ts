import { z } from "zod";
import { notesWhen } from "../foundation/notes.ts";
import { described, resolve } from "../foundation/options.ts";
import type { Language, Text } from "../foundation/phrases.ts";
import type { Note } from "../foundation/result.ts";
import { knownComponent } from "../frameworks/components.ts";
import type { Mappings } from "../frameworks/link.ts";
import {
  type PublishedContradiction,
  type PublishedFigure,
  publishedContradictions,
  publishedFigures,
} from "../frameworks/publishedFigures.ts";
import type { AttenuationSides } from "../inference/attenuation.ts";
import { normalUpper } from "../numeric/normal.ts";
import { type CodedPlacement, type CodedStudies, placeAmongCoded, readCodedStudies } from "./codedPlacement.ts";
import { type ComponentMatch, type Elsewhere, elsewhereOf, matchOf } from "./componentMatch.ts";
import type { StudyAnalysis } from "./studyAnalysis.ts";
import { type StudyEffect, studyEffects } from "./studyEffects.ts";

/** How far a study lies from a published figure, on the scale of Fisher's z. */
export interface Comparison {
  readonly difference: number;
  readonly standardError: number;
  readonly statistic: number;
  readonly pValue: number;
}

/** A published figure about a component under which a measure of the study falls. */
export interface PlacedFigure extends ComponentMatch {
  readonly published: PublishedFigure;
  /** null where its standard error or tau2 is not known, or the study's own figure is not available. */
  readonly comparison: Comparison | null;
  /** Whether the study's r lies within its prediction interval; null where that is not known. */
  readonly withinPrediction: boolean | null;
}

/** A measure of the study beside the literature on what it measures. */
export interface PlacedEffect {
  readonly effect: StudyEffect;
  readonly figures: readonly PlacedFigure[];
  /** Theories in which there are figures, but under which it does not fall for sure. */
  readonly elsewhere: readonly Elsewhere[];
  readonly contradictions: readonly PublishedContradiction[];
  /** Empty without coded studies, or when none of them is about it. */
  readonly coded: readonly CodedPlacement[];
}

/** A study beside the literature: plain JSON, not yet made safe to show. */
export interface PlacedStudy {
  readonly title: Text;
  readonly language: Language;
  readonly disclosure: StudyAnalysis["disclosure"];
  readonly mappings: Mappings;
  readonly attenuation: AttenuationSides;
  readonly outcome: string | null;
  readonly labels: Readonly<Record<string, Text>>;
  readonly effects: readonly PlacedEffect[];
  /** Measures that name no component, so that nothing can be set beside them. */
  readonly unnamed: readonly string[];
  readonly notes: readonly Note[];
}

/** What to set beside a study, and how. */
export interface PlaceOptions {
  readonly mappings?: Mappings;
  readonly attenuation?: AttenuationSides;
  /** The study's outcome; its main outcome when left out. */
  readonly outcome?: string;
  /** Published figures; those of the package when left out. */
  readonly published?: readonly PublishedFigure[];
  readonly coded?: CodedStudies;
}

const settingsOf = z.strictObject({
  mappings: described(z.enum(["stated", "all"]).default("all"), {
    en: "links that a source states, or also inferred ones",
    nl: "verbanden die een bron vermeldt, of ook afgeleide",
  }),
  attenuation: described(z.enum(["none", "x", "y", "both"]).default("none"), {
    en: "compare r as corrected for the unreliability of x, y or both",
    nl: "vergelijk r zoals gecorrigeerd voor de onbetrouwbaarheid van x, y of beide",
  }),
});

/**
 * A study's correlations beside the published ones about the same components, through the crosswalk. Nothing is
 * pooled with published means; a study is compared only with a figure whose standard error and tau2 are known:
 * z = (z_study - z_published) / root(v + SE^2 + tau2), on the scale of Fisher's z (published figures on the scale of r
 * by the delta method). Coded studies of one's own are pooled without and with the study.
 * @param analysis as analyseStudy gives it, or as it was saved
 * @param given mappings (default: also inferred links, at most one a path), attenuation (none), outcome, coded studies
 * @returns per measure its effect row, figures, contradictions, and where it cannot be placed; null where not known
 * @throws option/invalid; all problems of checkSheet for coded studies
 * @see Hedges & Olkin (1985), ch. 6 and 9, for the comparison; mapComponent for what falls under what
 */
export function placeInLiterature(analysis: StudyAnalysis, given: PlaceOptions = {}): PlacedStudy {
  const { outcome = analysis.mainOutcome, published = publishedFigures(), coded, ...options } = given;
  const { mappings, attenuation } = resolve(settingsOf, options);
  const figures = published.filter(({ r }) => r !== null);
  const { effects, unnamed, notes } = studyEffects(analysis, { outcome, attenuation });
  const studies = coded ? readCodedStudies(coded) : null;
  const placed = effects.map((effect): PlacedEffect => {
    const among = studies && coded ? placeAmongCoded(effect, studies, { mappings, pooling: coded.pooling }) : [];
    return { ...beside(effect, figures, { mappings, attenuation }), coded: among };
  });
  const { title, language, disclosure, labels } = analysis;
  return {
    title,
    language,
    disclosure,
    mappings,
    attenuation,
    outcome,
    labels,
    effects: placed,
    unnamed,
    notes: [...notes, ...(studies?.notes ?? []), ...placeNotes(placed, studies?.components === null, attenuation)],
  };
}

interface Settings {
  readonly mappings: Mappings;
  readonly attenuation: AttenuationSides;
}

function beside(effect: StudyEffect, published: readonly PublishedFigure[], settings: Settings) {
  const figures = published.flatMap((row): PlacedFigure[] => {
    const match = firstMatch(effect.components, row.components, settings.mappings);
    return match === null ? [] : [{ published: row, ...match, ...comparedWith(effect, row, settings.attenuation) }];
  });
  const theories = [...new Set(published.flatMap(({ components }) => components.map(theoryOf)))];
  const about = [...effect.components, ...figures.map(({ component }) => component)];
  const contradictions = about.flatMap((id) => publishedContradictions(id));
  return {
    effect,
    figures,
    elsewhere: elsewhereOf(effect.components, theories, settings.mappings),
    contradictions: contradictions.filter((one, i) => contradictions.findIndex(({ id }) => id === one.id) === i),
  };
}

function theoryOf(component: string): string {
  return knownComponent(component).framework;
}

/** The surest way to one of the components a figure is about. */
function firstMatch(
  components: readonly string[],
  under: readonly string[],
  mappings: Mappings,
): ComponentMatch | null {
  const matches = under.flatMap((one) => matchOf(components, one, mappings) ?? []);
  const order = ["own", "stated", "inferred"];
  return matches.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))[0] ?? null;
}

function comparedWith(effect: StudyEffect, published: PublishedFigure, attenuation: AttenuationSides) {
  const own =
    attenuation === "none"
      ? { r: effect.r, z: effect.estimate, variance: effect.samplingVariance }
      : { r: effect.correctedR, z: effect.correctedEstimate, variance: effect.correctedSamplingVariance };
  const { predictionLower, predictionUpper } = published;
  const known = own.r !== null && predictionLower !== null && predictionUpper !== null;
  return {
    comparison: comparisonOf(own, published),
    withinPrediction: known ? own.r! >= predictionLower && own.r! <= predictionUpper : null,
  };
}

interface OwnFigures {
  readonly z: number | null;
  readonly variance: number | null;
}

function comparisonOf({ z: own, variance }: OwnFigures, { r, se, tau2 }: PublishedFigure): Comparison | null {
  if (own === null || variance === null || r === null || se === null || tau2 === null) return null;
  const slope = 1 - r ** 2;
  const difference = own - Math.atanh(r);
  const standardError = Math.sqrt(variance + (se ** 2 + tau2) / slope ** 2);
  const statistic = difference / standardError;
  return { difference, standardError, statistic, pValue: 2 * normalUpper(Math.abs(statistic)) };
}

function placeNotes(placed: readonly PlacedEffect[], bareCoded: boolean, attenuation: AttenuationSides): Note[] {
  const figures = placed.flatMap((one) => one.figures);
  const untested = figures.filter(({ comparison }) => comparison === null).length;
  const uncorrected = attenuation !== "none" && placed.some(({ effect }) => effect.correctedR === null);
  return notesWhen(
    [untested > 0, "place/no-comparison", { count: untested, total: figures.length }],
    [figures.some(({ outcome }) => outcome === "inferred"), "place/inferred"],
    [attenuation !== "none", "place/corrected"],
    [uncorrected, "place/no-reliability"],
    [bareCoded, "place/coded-no-components"],
    [placed.some(({ coded }) => coded.some(({ sameName }) => sameName)), "place/same-name"],
  );
}
