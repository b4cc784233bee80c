import { refuse } from "../foundation/errors.ts";
import { studentTUpperQuantile } from "../numeric/studentT.ts";

/** Which way an association goes, where a statistic has no sign of its own. */
export type Direction = 1 | -1;

/**
 * The correlation behind a t test: of the correlation itself, or of the difference between two groups.
 * @param t with its sign
 * @param df degrees of freedom: n - 2
 * @returns t / sqrt(t^2 + df), -1 to 1
 * @throws effect/larger-than
 * @see Rosenthal (1994), eq. 16-8; Cohen (1988). Reference: effectsize::t_to_r(t, df)
 * @example rFromT(2, 96) // 0.2
 */
export function rFromT(t: number, df: number): number {
  if (!(df > 0)) refuse("effect/larger-than", { minimum: 0 });
  return t / Math.hypot(t, Math.sqrt(df));
}

/**
 * The correlation behind an F test with one degree of freedom in the numerator.
 * @param F not negative
 * @param df2 degrees of freedom of the denominator
 * @param direction sign of the association, which F does not tell
 * @returns direction times sqrt(F / (F + df2))
 * @throws effect/at-least, effect/larger-than
 * @see Rosenthal (1994), eq. 16-9. Reference: effectsize::F_to_r(F, 1, df_error)
 * @example rFromF(4, 96, -1) // -0.2
 */
export function rFromF(F: number, df2: number, direction: Direction): number {
  if (!(F >= 0)) refuse("effect/at-least", { minimum: 0 });
  return direction * rFromT(Math.sqrt(F), df2);
}

/**
 * The correlation (phi) behind a chi-square test with one degree of freedom, not corrected for continuity.
 * @param chi2 not negative, at most n
 * @param n number of cases in the table
 * @param direction sign of the association, which chi-square does not tell
 * @returns direction times sqrt(chi2 / n)
 * @throws effect/at-least, effect/larger-than
 * @see Rosenthal (1994), eq. 16-7. Reference: effectsize::chisq_to_phi(chisq, n)
 * @example rFromChi2(4, 100, 1) // 0.2
 */
export function rFromChi2(chi2: number, n: number, direction: Direction): number {
  if (!(chi2 >= 0)) refuse("effect/at-least", { minimum: 0 });
  if (!(n > 0)) refuse("effect/larger-than", { minimum: 0 });
  return direction * Math.sqrt(chi2 / n);
}

/**
 * The correlation whose t test, in this number of cases, has this p-value.
 * @param p two-sided p-value, above 0, at most 1; the p itself, not the bound it stays below
 * @param n sample size, more than 2
 * @param direction sign of the association, which a two-sided p does not tell
 * @returns direction times t / sqrt(t^2 + n - 2), t the point that n - 2 degrees of freedom pass with chance p / 2
 * @throws data/outside-range, effect/sample-size
 * @see Rosenthal (1994); Rosenthal & Rubin (2003), r equivalent. Reference: qt(p / 2, n - 2, lower.tail = FALSE)
 * @example rFromP(0.05, 30, 1) // 0.36100690773323313
 */
export function rFromP(p: number, n: number, direction: Direction): number {
  if (!(p > 0 && p <= 1)) refuse("data/outside-range", { minimum: 0, maximum: 1 });
  if (!(n > 2)) refuse("effect/sample-size", { minimum: 2 });
  return p === 1 ? 0 : direction * rFromT(studentTUpperQuantile(p / 2, n - 2), n - 2);
}
