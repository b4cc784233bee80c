import { betaOddsQuantile, shareOfOdds } from "./betaOdds.ts";
import { betaExcess, betaLogPrefix, betaLogTail, betaPrefix, betaTail } from "./incompleteBeta.ts";

/** Shapes beyond this are refused: x would have to be known better than a double can tell. */
const LARGEST = 1e100;

/**
 * Density of the beta distribution with mean a / (a + b).
 * @param x any number; 0 outside 0 to 1
 * @param a first shape, above 0, otherwise NaN
 * @param b second shape, above 0, otherwise NaN
 * @see Loader (2000); R: dbeta(x, a, b)
 * @example betaDensity(0.25, 2, 3) // 1.6875
 */
export function betaDensity(x: number, a: number, b: number): number {
  if (!(x > 0 && x < 1 && valid(a, b))) return edgeDensity(x, a, b);
  const prefix = betaPrefix(a, b, x, 1 - x, betaExcess(a, b, x));
  return prefix > 1e-290 ? prefix / x / (1 - x) : Math.exp(betaLogDensity(x, a, b));
}

/**
 * Logarithm of betaDensity: finite where the density itself underflows.
 * @see R: dbeta(x, a, b, log = TRUE)
 * @example betaLogDensity(1e-200, 3, 1) // -919.93542490158714
 */
export function betaLogDensity(x: number, a: number, b: number): number {
  if (!(x > 0 && x < 1 && valid(a, b))) return Math.log(edgeDensity(x, a, b));
  if (a === 1 || b === 1) return Math.log(a * b) + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x);
  return betaLogPrefix(a, b, x, 1 - x, betaExcess(a, b, x)) - Math.log(x) - Math.log1p(-x);
}

/**
 * Share of the beta distribution below x, the regularised incomplete beta function.
 * @returns 0 to 1, with relative accuracy also where it is tiny
 * @see DiDonato & Morris (1992), Algorithm 708; Temme (1992) for large shapes; R: pbeta(x, a, b)
 * @example betaLower(0.25, 2, 3) // 0.26171875
 */
export function betaLower(x: number, a: number, b: number): number {
  return share(x, a, b, false);
}

/**
 * Share of the beta distribution above x.
 * @returns 0 to 1, with relative accuracy also where it is tiny
 * @see DiDonato & Morris (1992), Algorithm 708; R: pbeta(x, a, b, lower.tail = FALSE)
 * @example betaUpper(0.25, 2, 3) // 0.73828125
 */
export function betaUpper(x: number, a: number, b: number): number {
  return share(x, a, b, true);
}

/**
 * Logarithm of betaLower: accurate where that underflows or is nearly 1.
 * @see R: pbeta(x, a, b, log.p = TRUE)
 * @example betaLogLower(1e-200, 2, 1) // -921.03403719761827
 */
export function betaLogLower(x: number, a: number, b: number): number {
  return logShare(x, a, b, false);
}

/**
 * Logarithm of betaUpper: accurate where that underflows or is nearly 1.
 * @see R: pbeta(x, a, b, lower.tail = FALSE, log.p = TRUE)
 * @example betaLogUpper(0.5, 1, 2000) // -1386.2943611198907
 */
export function betaLogUpper(x: number, a: number, b: number): number {
  return logShare(x, a, b, true);
}

/**
 * The x below which a share p of the beta distribution lies.
 * @param p 0 to 1, otherwise NaN
 * @see Newton steps for log p against the log odds of x; R: qbeta(p, a, b)
 * @example betaQuantile(0.5, 2, 3) // 0.38572756813238951
 */
export function betaQuantile(p: number, a: number, b: number): number {
  return p > 0.5 ? quantile(1 - p, a, b, true) : quantile(p, a, b, false);
}

/**
 * The x above which a share p of the beta distribution lies.
 * @param p 0 to 1, otherwise NaN
 * @see R: qbeta(p, a, b, lower.tail = FALSE)
 * @example betaUpperQuantile(0.5, 2, 3) // 0.38572756813238951
 */
export function betaUpperQuantile(p: number, a: number, b: number): number {
  return p > 0.5 ? quantile(1 - p, a, b, false) : quantile(p, a, b, true);
}

function valid(a: number, b: number): boolean {
  return a > 0 && b > 0 && a + b < LARGEST;
}

function edgeDensity(x: number, a: number, b: number): number {
  if (Number.isNaN(x) || !valid(a, b)) return Number.NaN;
  if (x < 0 || x > 1) return 0;
  const near = x === 0 ? a : b;
  const far = x === 0 ? b : a;
  if (near > 1) return 0;
  return near < 1 ? Number.POSITIVE_INFINITY : far;
}

function share(x: number, a: number, b: number, upper: boolean): number {
  if (Number.isNaN(x) || !valid(a, b)) return Number.NaN;
  if (x <= 0) return upper ? 1 : 0;
  if (x >= 1) return upper ? 0 : 1;
  return betaTail(a, b, x, 1 - x, betaExcess(a, b, x), upper);
}

function logShare(x: number, a: number, b: number, upper: boolean): number {
  if (!(x > 0 && x < 1 && valid(a, b))) return Math.log(share(x, a, b, upper));
  return betaLogTail(a, b, x, 1 - x, betaExcess(a, b, x), upper);
}

/** p is the smaller tail. */
function quantile(p: number, a: number, b: number, upper: boolean): number {
  if (!(p >= 0 && p <= 1 && valid(a, b))) return Number.NaN;
  if (p === 0) return upper ? 1 : 0;
  return shareOfOdds(betaOddsQuantile(p, a, b, upper));
}
