import { type LeastSquares, leastSquares } from "../numeric/leastSquares.ts";
import { type Matrix, multiplyVector } from "../numeric/matrices.ts";

export const HC_TYPES = ["HC0", "HC1", "HC2", "HC3", "HC4"] as const;
export type HcType = (typeof HC_TYPES)[number];

/** A fit with its design matrix, intercept included. */
export interface Fitted {
  readonly x: Matrix;
  readonly fit: LeastSquares;
}

/** How far each row pulls its own fitted value; leverages add up to the number of coefficients. */
export function leverages({ x, fit }: Fitted): Float64Array {
  return Float64Array.from({ length: x.rows }, (_, i) => {
    const row = x.data.subarray(i * x.columns, (i + 1) * x.columns);
    const through = multiplyVector(fit.inverse, row);
    return row.reduce((sum, value, j) => sum + value * through[j]!, 0);
  });
}

/**
 * Standard errors that hold when the spread of the residuals differs between rows.
 * @param type HC3 errs on the safe side in small samples; HC4 reckons with rows of high leverage
 * @returns NaN for every coefficient when a row has leverage 1, where HC2 to HC4 do not exist
 * @see White (1980); MacKinnon & White (1985); Cribari-Neto (2004). Reference: sandwich::vcovHC(lm, type)
 */
export function heteroskedasticErrors(model: Fitted, type: HcType): Float64Array {
  const { x, fit } = model;
  const [n, p] = [x.rows, x.columns];
  const h = leverages(model);
  const sums = new Float64Array(p);
  for (let i = 0; i < n; i++) {
    const size = fit.residuals[i]! ** 2 * FACTORS[type](h[i]!, n, p);
    const pull = multiplyVector(fit.inverse, x.data.subarray(i * p, (i + 1) * p));
    for (let j = 0; j < p; j++) sums[j]! += pull[j]! ** 2 * size;
  }
  const pinned = type !== "HC0" && type !== "HC1" && h.some((one) => one > FULL);
  return sums.map((sum) => (pinned ? Number.NaN : Math.sqrt(sum)));
}

/** A leverage this close to 1 leaves a row no residual. */
const FULL = 1 - 1e-12;

const FACTORS: Record<HcType, (h: number, n: number, p: number) => number> = {
  HC0: () => 1,
  HC1: (_, n, p) => n / (n - p),
  HC2: (h) => 1 / (1 - h),
  HC3: (h) => 1 / (1 - h) ** 2,
  HC4: (h, n, p) => 1 / (1 - h) ** Math.min(4, (n * h) / p),
};

/**
 * Whether the spread of the residuals goes with the predictors: n R2 of the squared residuals on them.
 * @returns statistic with as many degrees of freedom as predictors; NaN without residuals
 * @see Breusch & Pagan (1979); Koenker (1981). Reference: lmtest::bptest(lm)
 */
export function breuschPagan({ x, fit }: Fitted): number {
  const squares = fit.residuals.map((residual) => residual ** 2);
  const mean = squares.reduce((sum, value) => sum + value, 0) / squares.length;
  const total = squares.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return x.rows * (1 - leastSquares(x, squares).residualSumSquares / total);
}
