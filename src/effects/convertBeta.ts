/** Beyond this, Peterson and Brown had no betas to go by. */
export const LARGEST_BETA = 0.5;

/**
 * A rough correlation for a standardized regression coefficient: only where the correlation itself is not to be had.
 * It says little when predictors overlap strongly, and its uncertainty is larger than that of a correlation.
 * @param beta standardized coefficient; the formula was found for -0.5 to 0.5
 * @returns beta + 0.05 for beta of 0 and more, beta below that
 * @see Peterson & Brown (2005), eq. 2; Roth, Le, Oh, Van Iddekinge & Bobko (2018) on its bias
 * @example rFromBeta(0.2) // 0.25
 */
export function rFromBeta(beta: number): number {
  return beta >= 0 ? beta + 0.05 : beta;
}
