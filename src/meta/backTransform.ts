import { correlationFromZ, fisherZ } from "../effects/fisherZ.ts";
import { integrate } from "../numeric/adaptiveIntegral.ts";
import { normalDensity } from "../numeric/normal.ts";

/** From the scale effects are pooled on back to the one they are reported on. A further one is a further line. */
export const BACK_TRANSFORMS = {
  none: null,
  fisherZ: correlationFromZ,
} as const satisfies Record<string, ((value: number) => number) | null>;

/** The way there: from the scale effects are reported on to the one they are pooled on. */
const TRANSFORMS = { none: (value) => value, fisherZ } as const satisfies Record<
  keyof typeof BACK_TRANSFORMS,
  (value: number) => number
>;

export type BackTransform = keyof typeof BACK_TRANSFORMS;
export const BACK_TRANSFORM_NAMES = Object.keys(BACK_TRANSFORMS) as [BackTransform, ...BackTransform[]];

/** Every number of an object on the original scale; null without a transformation. */
export function backTransformed<T extends Readonly<Record<string, number | null>>>(
  values: T,
  name: BackTransform,
): T | null {
  const transform = BACK_TRANSFORMS[name];
  if (!transform) return null;
  const entries = Object.entries(values).map(([key, value]) => [key, value === null ? null : transform(value)]);
  return Object.fromEntries(entries) as T;
}

/** A value of the original scale on the scale of the estimates. */
export function transformed(value: number, name: BackTransform): number {
  return TRANSFORMS[name](value);
}

/** Beyond this many standard deviations nothing is left of a normal distribution. */
const TAIL = 9;

/**
 * Mean of a quantity whose transformation is normal over studies. tanh of the mean z is the median correlation; this
 * is the mean correlation, which lies nearer to 0.
 * @param mean mean of the normal distribution on the scale of the estimates
 * @param tau its standard deviation, 0 or more
 * @see Hafdahl (2009), Improved Fisher z estimators. Reference: metafor::transf.ztor.int
 * @example meanBackTransformed(0.5, 0.3, "fisherZ") // 0.432917571654
 */
export function meanBackTransformed(mean: number, tau: number, name: BackTransform): number | null {
  const transform = BACK_TRANSFORMS[name];
  if (!transform) return null;
  const both = (x: number) => (transform(mean + tau * x) + transform(mean - tau * x)) * normalDensity(x);
  return tau === 0 ? transform(mean) : integrate(both, 0, TAIL, { relative: 1e-14, absolute: 1e-16 });
}
