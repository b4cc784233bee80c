import { productError } from "./exactProduct.ts";
import { logGamma } from "./gammaFunction.ts";
import { gammaLogPrefix, gammaLogTail, gammaPrefix, gammaTail } from "./incompleteGamma.ts";
import { normalQuantile } from "./normal.ts";
import { invertTail, type TailFamily } from "./tailInversion.ts";

/**
 * Density of the gamma distribution with mean shape * scale.
 * @param x any number; 0 below zero
 * @param shape above 0, otherwise NaN
 * @param scale above 0, otherwise NaN
 * @see Loader (2000); R: dgamma(x, shape, scale = scale)
 * @example gammaDensity(2, 3) // 0.27067056647322541
 */
export function gammaDensity(x: number, shape: number, scale = 1): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY && valid(shape, scale))) return edgeDensity(x, shape, scale);
  const prefix = gammaPrefix(x / scale, shape, excess(x, shape, scale));
  return prefix > 1e-290 ? prefix / x : Math.exp(gammaLogDensity(x, shape, scale));
}

/**
 * Logarithm of gammaDensity: finite where the density itself underflows.
 * @see R: dgamma(x, shape, scale = scale, log = TRUE)
 * @example gammaLogDensity(2000, 3) // -1985.49134226
 */
export function gammaLogDensity(x: number, shape: number, scale = 1): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY && valid(shape, scale))) return Math.log(edgeDensity(x, shape, scale));
  if (shape > 1) return gammaLogPrefix(x / scale, shape, excess(x, shape, scale)) - Math.log(x);
  return (shape - 1) * Math.log(x / scale) - x / scale - logGamma(shape) - Math.log(scale);
}

/**
 * Share of the gamma distribution below x, the regularised lower incomplete gamma function P(shape, x / scale).
 * @returns 0 to 1, with relative accuracy also where it is tiny
 * @see Abramowitz & Stegun (1964) 6.5.29; Gil, Segura & Temme (2012) for large shapes; R: pgamma(x, shape)
 * @example gammaLower(2, 3) // 0.32332358381693654
 */
export function gammaLower(x: number, shape: number, scale = 1): number {
  return share(x, shape, scale, false);
}

/**
 * Share of the gamma distribution above x, the regularised upper incomplete gamma function Q(shape, x / scale).
 * @returns 0 to 1, with relative accuracy also where it is tiny
 * @see Abramowitz & Stegun (1964) 6.5.31; Gautschi (1979) for small shapes; R: pgamma(x, shape, lower.tail = FALSE)
 * @example gammaUpper(20, 3) // 4.5551495055892109e-7
 */
export function gammaUpper(x: number, shape: number, scale = 1): number {
  return share(x, shape, scale, true);
}

/**
 * Logarithm of gammaLower: accurate where that underflows or is nearly 1.
 * @see R: pgamma(x, shape, log.p = TRUE)
 * @example gammaLogLower(1e-200, 3) // -1383.34281526
 */
export function gammaLogLower(x: number, shape: number, scale = 1): number {
  return logShare(x, shape, scale, false);
}

/**
 * Logarithm of gammaUpper: accurate where that underflows or is nearly 1.
 * @see R: pgamma(x, shape, lower.tail = FALSE, log.p = TRUE)
 * @example gammaLogUpper(2000, 3) // -1985.49034226
 */
export function gammaLogUpper(x: number, shape: number, scale = 1): number {
  return logShare(x, shape, scale, true);
}

/**
 * The x below which a share p of the gamma distribution lies.
 * @param p 0 to 1, otherwise NaN
 * @see start by Wilson & Hilferty (1931), then Newton steps for log p against log x; R: qgamma(p, shape)
 * @example gammaQuantile(0.95, 3) // 6.2957936218719857
 */
export function gammaQuantile(p: number, shape: number, scale = 1): number {
  return p > 0.5 ? quantile(1 - p, shape, scale, true) : quantile(p, shape, scale, false);
}

/**
 * The x above which a share p of the gamma distribution lies.
 * @param p 0 to 1, otherwise NaN
 * @see R: qgamma(p, shape, lower.tail = FALSE)
 * @example gammaUpperQuantile(0.05, 3) // 6.2957936218719857
 */
export function gammaUpperQuantile(p: number, shape: number, scale = 1): number {
  return p > 0.5 ? quantile(1 - p, shape, scale, false) : quantile(p, shape, scale, true);
}

function valid(shape: number, scale: number): boolean {
  return shape > 0 && shape < Number.POSITIVE_INFINITY && scale > 0 && scale < Number.POSITIVE_INFINITY;
}

/** x / scale - shape, with the digits that x near shape * scale would lose. */
function excess(x: number, shape: number, scale: number): number {
  return (x - shape * scale - productError(shape, scale)) / scale;
}

function edgeDensity(x: number, shape: number, scale: number): number {
  if (Number.isNaN(x) || !valid(shape, scale)) return Number.NaN;
  if (x !== 0 || shape > 1) return 0;
  return shape < 1 ? Number.POSITIVE_INFINITY : 1 / scale;
}

function share(x: number, shape: number, scale: number, upper: boolean): number {
  if (Number.isNaN(x) || !valid(shape, scale)) return Number.NaN;
  if (x <= 0) return upper ? 1 : 0;
  if (x === Number.POSITIVE_INFINITY) return upper ? 0 : 1;
  return gammaTail(x / scale, shape, excess(x, shape, scale), upper);
}

function logShare(x: number, shape: number, scale: number, upper: boolean): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY && valid(shape, scale))) return Math.log(share(x, shape, scale, upper));
  return gammaLogTail(x / scale, shape, excess(x, shape, scale), upper);
}

function standardGamma(shape: number): TailFamily {
  return {
    tail: (x, upper) => gammaTail(x, shape, x - shape, upper),
    logTail: (x, upper) => gammaLogTail(x, shape, x - shape, upper),
    logPrefix: (x) => gammaLogPrefix(x, shape, x - shape),
  };
}

/** p is the smaller tail. */
function quantile(p: number, shape: number, scale: number, upper: boolean): number {
  if (!(p >= 0 && p <= 1 && valid(shape, scale))) return Number.NaN;
  if (p === 0) return upper ? Number.POSITIVE_INFINITY : 0;
  return scale * invertTail(standardGamma(shape), p, upper, startOfLog(p, shape, upper));
}

/** Wilson & Hilferty's cube where it is positive, else the leading term of the lower tail. */
function startOfLog(p: number, shape: number, upper: boolean): number {
  const z = upper ? -normalQuantile(p) : normalQuantile(p);
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  if (shape > 0.5 && root > 0.3) return Math.log(shape) + 3 * Math.log(root);
  return (Math.log(upper ? 1 - p : p) + logGamma(shape + 1)) / shape;
}
