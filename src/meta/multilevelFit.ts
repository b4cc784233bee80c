import { chiSquareUpper } from "../numeric/chiSquare.ts";
import { identity, type Matrix, multiply, multiplyVector, transpose } from "../numeric/matrices.ts";
import type { MultilevelEffects } from "./multilevelRead.ts";
import type { NestedLikelihood } from "./nestedLikelihood.ts";
import { type NestedMaximum, nestedMaximum, type Reach } from "./nestedMaximum.ts";

/** A fitted multilevel meta-analysis. */
export interface MultilevelFit {
  readonly likelihood: NestedLikelihood;
  readonly reach: Reach;
  readonly top: NestedMaximum;
  /** Intercept first, of the moderators as they came. */
  readonly coefficients: Float64Array;
  readonly covariance: Matrix;
  readonly logLikelihood: number;
}

/** A variance far below the smallest sampling variance says nothing; one far above the spread of effects neither. */
const MARGIN = 10;

/** The variances and coefficients at the top of the likelihood. */
export function fitMultilevel(data: MultilevelEffects, method: "REML" | "ML"): MultilevelFit {
  const likelihood = data.likelihood(method === "REML");
  const reach = reachOf(data);
  const top = nestedMaximum(likelihood, reach);
  const { coefficients, covariance } = coefficientsAt(data, likelihood, top.variances);
  const logLikelihood = heightOf(data, likelihood.known + top.deviance, method);
  return { likelihood, reach, top, coefficients, covariance, logLikelihood };
}

function reachOf({ effects: { variances }, meanSquare }: MultilevelEffects): Reach {
  const smallest = variances.reduce((least, value) => Math.min(least, value));
  const most = variances.reduce((largest, value) => Math.max(largest, value));
  return { smallest: smallest / MARGIN, largest: MARGIN * Math.max(meanSquare, most) };
}

/** The log-likelihood with the constants that metafor counts. */
function heightOf({ effects, design, logCross }: MultilevelEffects, deviance: number, method: string) {
  const restricted = method === "REML";
  const rows = effects.rows.length - (restricted ? design.names.length : 0);
  return -0.5 * (deviance + rows * Math.log(2 * Math.PI) - (restricted ? logCross : 0));
}

/**
 * The coefficients at some variances: back from what the fixed fit left over and from centred moderators, with whose
 * centres only the intercept turns.
 */
export function coefficientsAt(
  { centres, fixed }: MultilevelEffects,
  likelihood: NestedLikelihood,
  variances: ArrayLike<number>,
) {
  const found = likelihood.coefficients(variances)!;
  const back = identity(found.coefficients.length);
  centres.forEach((centre, j) => {
    back.data[j + 1] = -centre;
  });
  return {
    coefficients: multiplyVector(back, found.coefficients).map((value, j) => value + fixed.coefficients[j]!),
    covariance: multiply(multiply(back, found.covariance), transpose(back)),
  };
}

/** Likelihood ratio test that a level has no variance, the others being fitted anew. */
export interface ZeroTest {
  readonly statistic: number;
  /** By chi-square with 1 degree of freedom, as metafor's anova: too large at the boundary. */
  readonly pValue: number;
  /** Half of it: 0 being the smallest a variance can be. @see Self & Liang (1987), case 5 */
  readonly boundaryPValue: number;
}

/** @see Self & Liang (1987). Reference: metafor::anova(full, reduced) */
export function zeroTest({ likelihood, reach, top }: MultilevelFit, level: number): ZeroTest {
  if (top.variances[level] === 0) return { statistic: 0, pValue: 1, boundaryPValue: 1 };
  const reduced = nestedMaximum(likelihood, reach, new Map([[level, 0]]));
  const statistic = Math.max(0, reduced.deviance - top.deviance);
  const pValue = chiSquareUpper(statistic, 1);
  return { statistic, pValue, boundaryPValue: statistic === 0 ? 1 : pValue / 2 };
}
