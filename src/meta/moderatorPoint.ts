import type { ModeratorDesign } from "./moderatorDesign.ts";
import type { RegressionFit } from "./regressionFit.ts";

/** A value for every column of the design that is not an interaction. */
export type ModeratorPoint = ReadonlyMap<string, number>;

/**
 * The middle of the moderators: numbers at their mean over the effects, every level of a factor equally often.
 * @see Searle, Speed & Milliken (1980), population marginal means
 */
export function middlePoint({ matrix, names, parts, levels }: ModeratorDesign): ModeratorPoint {
  const { rows, columns, data } = matrix;
  const mean = (j: number) => data.reduce((sum, value, at) => (at % columns === j ? sum + value : sum), 0) / rows;
  const means = names.flatMap((name, j): [string, number][] => (parts[j]!.length === 1 ? [[name, mean(j)]] : []));
  const shares = Object.entries(levels).flatMap(([factor, all]) =>
    all.slice(1).map((level): [string, number] => [`${factor}: ${level}`, 1 / all.length]),
  );
  return new Map([...means, ...shares]);
}

/** A point with one factor put at a level. */
export function atLevel(
  point: ModeratorPoint,
  { levels }: ModeratorDesign,
  factor: string,
  level: string,
): ModeratorPoint {
  const own = levels[factor]!.slice(1).map((one): [string, number] => [`${factor}: ${one}`, one === level ? 1 : 0]);
  return new Map([...point, ...own]);
}

/**
 * The middle as the effects have it: numbers and levels at their mean, pairs of levels of interacting factors as often
 * as they occur together. Pairs with the factor that is to be set are left to be products.
 */
export function observedPoint(design: ModeratorDesign, set: string): ModeratorPoint {
  const { matrix, names, parts, levels } = design;
  const { rows, columns, data } = matrix;
  const mean = (j: number) => data.reduce((sum, value, at) => (at % columns === j ? sum + value : sum), 0) / rows;
  const others = Object.entries(levels).flatMap(([factor, all]) =>
    factor === set ? [] : all.map((level) => `${factor}: ${level}`),
  );
  const isKept = (own: readonly string[]) =>
    own.length === 1 || (own.length === 2 && own.every((one) => others.includes(one)));
  return new Map(names.flatMap((name, j): [string, number][] => (isKept(parts[j]!) ? [[name, mean(j)]] : [])));
}

/** The weight of every coefficient in the mean at a point; an interaction that the point does not have is a product. */
export function weightsAt({ names, parts }: ModeratorDesign, point: ModeratorPoint): number[] {
  const product = (own: readonly string[]) => own.reduce((all, name) => all * point.get(name)!, 1);
  // adding 0 makes -0 an ordinary 0
  return parts.map((own, j) => (point.get(names[j]!) ?? product(own)) + 0);
}

/** Weighted sums of the coefficients, with their covariances, not scaled. */
export function combinations({ coefficients, covariance }: RegressionFit, weights: readonly (readonly number[])[]) {
  const p = coefficients.length;
  const product = (one: readonly number[], two: readonly number[]) =>
    one.reduce((sum, a, i) => sum + a * two.reduce((inner, b, j) => inner + b * covariance.data[i * p + j]!, 0), 0);
  return {
    estimates: weights.map((row) => row.reduce((sum, weight, j) => sum + weight * coefficients[j]!, 0)),
    covariance: weights.map((one) => weights.map((two) => product(one, two))),
  };
}
