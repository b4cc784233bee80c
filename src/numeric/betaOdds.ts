import { productMinus } from "./exactProduct.ts";
import { logBeta } from "./gammaFunction.ts";
import { betaLogPrefix, betaLogTail, betaTail } from "./incompleteBeta.ts";
import { normalQuantile } from "./normal.ts";
import { invertTail, type TailFamily } from "./tailInversion.ts";

/**
 * The beta distribution in its odds x / (1 - x): with shapes df1 / 2 and df2 / 2 these are F * df1 / df2, and t^2 / df.
 * Its tails are log-concave in the log of the odds, whatever the shapes.
 */
function betaOdds(a: number, b: number): TailFamily {
  return {
    tail: (odds, upper) => betaTail(a, b, shareOfOdds(odds), restOfOdds(odds), oddsExcess(odds, a, b), upper),
    logTail: (odds, upper) => betaLogTail(a, b, shareOfOdds(odds), restOfOdds(odds), oddsExcess(odds, a, b), upper),
    logPrefix: (odds) => betaLogPrefix(a, b, shareOfOdds(odds), restOfOdds(odds), oddsExcess(odds, a, b)),
  };
}

/** The beta variable of these odds, 0 or more. */
export function shareOfOdds(odds: number): number {
  return odds < 1 ? odds / (1 + odds) : 1 / (1 + 1 / odds);
}

/** 1 minus the beta variable of these odds. */
export function restOfOdds(odds: number): number {
  return 1 / (1 + odds);
}

/** x - a / (a + b) for x = odds / (1 + odds). */
function oddsExcess(odds: number, a: number, b: number): number {
  return productMinus(odds, b, a) / (a + b) / (1 + odds);
}

/**
 * The odds below which (or above which, when `upper`) a share p lies.
 * @param p above 0 and at most about one half: always the smaller tail
 * @returns 0 or Infinity where the odds are beyond the doubles
 */
export function betaOddsQuantile(p: number, a: number, b: number, upper: boolean): number {
  return invertTail(betaOdds(a, b), p, upper, startOfLog(p, a, b, upper));
}

function startOfLog(p: number, a: number, b: number, upper: boolean): number {
  if (Math.min(a, b) > 1) return normalStart(upper ? -normalQuantile(p) : normalQuantile(p), a, b);
  const logLower = (Math.log(upper ? 1 - p : p) + Math.log(a) + logBeta(a, b)) / a;
  const logUpper = (Math.log(upper ? p : 1 - p) + Math.log(b) + logBeta(a, b)) / b;
  if (logLower < -1 && logLower < logUpper) return logLower;
  return logUpper < -1 ? -logUpper : Math.log(a / b);
}

/** Carter's normal approximation of F, as in Abramowitz & Stegun (1964) 26.5.22. */
function normalStart(z: number, a: number, b: number): number {
  const first = 1 / (2 * a - 1);
  const second = 1 / (2 * b - 1);
  const harmonic = 2 / (first + second);
  const bend = (z * z - 3) / 6;
  const root = (z * Math.sqrt(Math.max(harmonic + bend, 0))) / harmonic;
  const logRatio = root + (second - first) * (bend + 5 / 6 - 2 / (3 * harmonic));
  return Math.log(a / b) + 2 * logRatio;
}
