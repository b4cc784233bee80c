import { note, notesWhen } from "../foundation/notes.ts";
import type { Note } from "../foundation/result.ts";
import { type AttenuationSides, correctedEffect, precision } from "../inference/attenuation.ts";
import type { EffectRow } from "../inference/effectRow.ts";
import type { PearsonCorrelation } from "../inference/pearsonCorrelation.ts";
import type { StudyAnalysis } from "./studyAnalysis.ts";

/** A correlation of a study as a row of a meta-analysis, with its interval and the data set it comes from. */
export interface StudyEffect extends EffectRow {
  /** The components it measures; `component` is the only one, or null when there are several. */
  readonly components: readonly string[];
  readonly data: string;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** The effects of a study, and what had to be left out. */
export interface StudyEffects {
  readonly effects: readonly StudyEffect[];
  /** Scales with a correlation that name no component of a theory. */
  readonly unnamed: readonly string[];
  readonly notes: readonly Note[];
}

/** Which outcome, and for whose unreliability to correct beside the observed figures. */
export interface StudyEffectOptions {
  readonly outcome: string | null;
  readonly attenuation: AttenuationSides;
}

type Pair = PearsonCorrelation["pairs"][number];

/**
 * The correlations of a study with one outcome as rows of a meta-analysis, those over all rows: Fisher's z with the
 * variance that counts clusters in (CR2), and Cronbach's alpha as reliability.
 * @param analysis as analyseStudy gives it, or as it was saved
 * @returns the rows toEffectRows makes of the same columns; each scale once
 * @see toEffectRows
 */
export function studyEffects(analysis: StudyAnalysis, { outcome, attenuation }: StudyEffectOptions): StudyEffects {
  const found = pairsWith(analysis, outcome);
  const named = found.filter(({ pair }) => analysis.measures[pair.x] !== undefined);
  const usable = named.filter(({ pair }) => isUsable(pair));
  const lost = named.filter(({ pair }) => !isUsable(pair));
  const narrow = usable.filter(({ pair }) => (pair.effectiveN ?? 0) > pair.n * ROUNDING).map(({ pair }) => pair.x);
  return {
    effects: usable.map(({ pair, data }) => effectOf(analysis, pair, data, attenuation)),
    unnamed: found.filter((one) => !named.includes(one)).map(({ pair }) => pair.x),
    notes: [
      ...lost.map(({ pair }) => note("place/no-effect", { what: pair.x })),
      ...notesWhen([narrow.length > 0, "place/narrower", { names: narrow.join(", ") }]),
    ],
  };
}

const ROUNDING = 1 + 1e-9;

function pairsWith({ correlations }: StudyAnalysis, outcome: string | null): { pair: Pair; data: string }[] {
  const all = correlations
    .filter(({ group }) => group === null)
    .flatMap(({ data, result }) => result.pairs.map((pair) => ({ pair, data })))
    .filter(({ pair }) => pair.level === "total" && pair.y === outcome);
  return all.filter(({ pair }, i) => all.findIndex((other) => other.pair.x === pair.x) === i);
}

function isUsable({ r, n, standardErrorZ }: Pair): boolean {
  return r !== null && Math.abs(r) < 1 && n > 3 && standardErrorZ !== null && standardErrorZ > 0;
}

function effectOf(analysis: StudyAnalysis, pair: Pair, data: string, attenuation: AttenuationSides): StudyEffect {
  const { x, y, n, lower, upper, clusters, intervalDf, standardErrorZ } = pair;
  const r = pair.r!;
  const components = analysis.measures[x]!;
  const effect = precision({ r, n, samplingVariance: standardErrorZ! ** 2 });
  const sides = { reliabilityX: alphaOf(analysis, x), reliabilityY: alphaOf(analysis, y) };
  return {
    study: analysis.title[analysis.language],
    sample: data,
    effect: `${data}:${x}:${y}`,
    component: components.length === 1 ? components[0]! : null,
    components,
    dimension: null,
    outcome: y,
    x,
    y,
    ...effect,
    estimate: Math.atanh(r),
    df: intervalDf,
    clusters,
    clusterSize: null,
    iccX: null,
    iccY: null,
    ...sides,
    ...correctedEffect({ ...effect, ...sides }, attenuation),
    method: clusters === null ? "1 / (n - 3)" : "CR2",
    data,
    lower,
    upper,
  };
}

/** Alpha of a scale; one of 0 or less is no reliability. */
function alphaOf({ reliability }: StudyAnalysis, name: string): number | null {
  const alpha = reliability.find(({ scale }) => scale === name)?.result.alpha ?? null;
  return alpha !== null && alpha > 0 && alpha <= 1 ? alpha : null;
}
