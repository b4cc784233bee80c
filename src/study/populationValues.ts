import { bivariateNormalLower } from "../numeric/bivariateNormal.ts";
import { normalLower, normalUpper } from "../numeric/normal.ts";
import {
  correlationMatrix,
  type ItemDesign,
  parentVariables,
  type ScaleDesign,
  type StudyDesign,
  teacherMatrix,
} from "./studyDesign.ts";

/** What a scale is in the population, for complete answers: of its score (the mean of its items, or the grade). */
export interface ScalePopulation {
  readonly mean: number;
  readonly standardDeviation: number;
  /** Cronbach's alpha of the items as answered; null for a single item. */
  readonly alpha: number | null;
  /** Share of the variance of the score that lies between schools. */
  readonly icc: number;
}

/** Correlations of two scores: over everyone, within schools, and of the true school means. */
export interface PairPopulation {
  readonly first: string;
  readonly second: string;
  readonly total: number;
  readonly within: number;
  readonly between: number;
}

export interface Population {
  readonly scales: Readonly<Record<string, ScalePopulation>>;
  readonly pairs: readonly PairPopulation[];
}

/**
 * The true values of a simulated study, computed, not simulated: what an infinite sample would give for the answers
 * as they are, in steps and with complete data.
 * @param design the study
 * @returns parents, and teachers of every type of school
 * @see an answer is a count of thresholds passed, so covariances are sums of bivariate normal probabilities (Olsson, 1979)
 */
export function populationValues(design: StudyDesign): {
  readonly parents: Population;
  readonly teachers: Readonly<Record<string, Population>>;
  readonly agreement: number;
} {
  const parents = parentVariables(design);
  const names = parents.map(({ name }) => name);
  return {
    parents: populationOf(parents, correlationMatrix(names, design.parentCorrelations)),
    teachers: Object.fromEntries(
      design.schoolTypes.map((type) => [type.name, populationOf(design.teacherScales, teacherMatrix(design, type))]),
    ),
    agreement: agreementOf(design),
  };
}

function populationOf(scales: readonly ScaleDesign[], latent: readonly (readonly number[])[]): Population {
  const covariance = (i: number, j: number) => scoreCovariance(scales[i]!, scales[j]!, latent[i]![j]!, i === j);
  const own = scales.map((_, i) => covariance(i, i));
  const pairs = scales.flatMap((first, i) =>
    scales.slice(0, i).map((second, j): PairPopulation => {
      const both = covariance(i, j);
      const scaled = (level: Level) => both[level] / Math.sqrt(own[i]![level] * own[j]![level]);
      const levels = { total: scaled("total"), within: scaled("within"), between: scaled("between") };
      return { first: second.name, second: first.name, ...levels };
    }),
  );
  return { scales: Object.fromEntries(scales.map((scale, i) => [scale.name, scalePopulation(scale, own[i]!)])), pairs };
}

type Level = "total" | "within" | "between";
type Levels = Readonly<Record<Level, number>>;

function scalePopulation(scale: ScaleDesign, own: Levels): ScalePopulation {
  const means = scale.items.map((item) => itemMean(scale, item));
  return {
    mean: means.reduce((sum, mean) => sum + mean, 0) / means.length,
    standardDeviation: Math.sqrt(own.total),
    alpha: alphaOf(scale, own.total),
    icc: own.between / own.total,
  };
}

function itemMean({ minimum, step }: ScaleDesign, { thresholds }: ItemDesign): number {
  return minimum + step * thresholds.reduce((sum, threshold) => sum + normalUpper(threshold), 0);
}

function alphaOf(scale: ScaleDesign, variance: number): number | null {
  const k = scale.items.length;
  if (k < 2) return null;
  const single = scale.items.reduce((sum, item) => sum + stepCovariance(item, item, 1), 0) * scale.step ** 2;
  return (k / (k - 1)) * (1 - single / (k * k * variance));
}

/** Covariance of two scores (means of items), over everyone and of two people in one school. */
function scoreCovariance(a: ScaleDesign, b: ScaleDesign, latent: number, same: boolean): Levels {
  const schools = Math.sqrt(a.schoolShare * b.schoolShare);
  const people = Math.sqrt((1 - a.schoolShare) * (1 - b.schoolShare));
  let total = 0;
  let between = 0;
  for (const one of a.items) {
    for (const other of b.items) {
      const loadings = one.loading * other.loading * latent;
      total += stepCovariance(one, other, same && one === other ? 1 : loadings * (schools + people));
      between += stepCovariance(one, other, loadings * schools);
    }
  }
  const unit = (a.step * b.step) / (a.items.length * b.items.length);
  return { total: total * unit, between: between * unit, within: (total - between) * unit };
}

/** Covariance of two answers in steps whose underlying normal variables correlate rho. */
function stepCovariance(a: ItemDesign, b: ItemDesign, rho: number): number {
  let sum = 0;
  for (const x of a.thresholds) {
    for (const y of b.thresholds) sum += bivariateNormalLower(x, y, rho) - normalLower(x) * normalLower(y);
  }
  return sum;
}

/** Correlation of a parent's score with the score of the linked teacher. */
function agreementOf(design: StudyDesign): number {
  const parent = design.parentScales.find(({ name }) => name === design.agreement.parent)!;
  const teacher = design.teacherScales.find(({ name }) => name === design.agreement.teacher)!;
  const own = (scale: ScaleDesign) => scoreCovariance(scale, scale, 1, true).total;
  const shared = Math.sqrt((1 - parent.schoolShare) * (1 - teacher.schoolShare)) * design.agreement.correlation;
  let sum = 0;
  for (const a of parent.items) {
    for (const b of teacher.items) sum += stepCovariance(a, b, a.loading * b.loading * shared);
  }
  const covariance = (sum * parent.step * teacher.step) / (parent.items.length * teacher.items.length);
  return covariance / Math.sqrt(own(parent) * own(teacher));
}
