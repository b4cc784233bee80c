import { chiSquareUpper } from "../numeric/chiSquare.ts";
import { type Matrix, zeros } from "../numeric/matrices.ts";
import type { MultilevelEffects } from "./multilevelRead.ts";
import { type NestedLikelihood, nestedLikelihood } from "./nestedLikelihood.ts";
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
  const likelihood = nestedLikelihood(data.nested, method === "REML");
  const reach = reachOf(data);
  const top = nestedMaximum(likelihood, reach);
  const { coefficients, covariance } = onOwnScale(data, likelihood, top);
  return { likelihood, reach, top, coefficients, covariance, logLikelihood: heightOf(data, top.deviance, method) };
}

function reachOf({ effects: { variances }, nested: { values, width } }: MultilevelEffects): Reach {
  const smallest = variances.reduce((least, value) => Math.min(least, value));
  const most = variances.reduce((largest, value) => Math.max(largest, value));
  let squares = 0;
  for (let i = width - 1; i < values.length; i += width) squares += values[i]! ** 2;
  return { smallest: smallest / MARGIN, largest: MARGIN * Math.max(squares / variances.length, most) };
}

/** The log-likelihood with the constants that metafor counts. */
function heightOf({ effects: { variances }, design, logCross }: MultilevelEffects, deviance: number, method: string) {
  const known = variances.reduce((sum, value) => sum + Math.log(value), 0);
  const restricted = method === "REML";
  const rows = variances.length - (restricted ? design.names.length : 0);
  return -0.5 * (deviance + known + rows * Math.log(2 * Math.PI) - (restricted ? logCross : 0));
}

function onOwnScale({ centres, fixed }: MultilevelEffects, likelihood: NestedLikelihood, top: NestedMaximum) {
  const found = likelihood.coefficients(top.variances)!;
  const p = found.coefficients.length;
  const turn = zeros(p, p);
  for (let j = 0; j < p; j++) turn.data[j * p + j] = 1;
  for (let j = 1; j < p; j++) turn.data[j] = -centres[j - 1]!;
  const covariance = zeros(p, p);
  const coefficients = new Float64Array(p);
  for (let i = 0; i < p; i++) {
    coefficients[i] = fixed.coefficients[i]!;
    for (let a = 0; a < p; a++) {
      const share = turn.data[i * p + a]!;
      if (share === 0) continue;
      coefficients[i]! += share * found.coefficients[a]!;
      for (let j = 0; j < p; j++) {
        for (let b = 0; b < p; b++) {
          covariance.data[i * p + j]! += share * found.covariance.data[a * p + b]! * turn.data[j * p + b]!;
        }
      }
    }
  }
  return { coefficients, covariance };
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
