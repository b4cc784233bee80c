import { cholesky, choleskyInverse, choleskySolve, logDeterminant } from "../numeric/cholesky.ts";
import { mirrored, zeros } from "../numeric/matrices.ts";
import { type BlockForm, blockForm, type Fitted, type KnownBlock } from "./blockForms.ts";
import type { NestedEffects, NestedLikelihood } from "./nestedLikelihood.ts";

/** Effects in blocks, each with the known covariance matrix of its errors. */
export interface BlockedEffects {
  readonly forms: readonly BlockForm[];
  readonly levels: number;
  /** Columns of the moderators and the outcome. */
  readonly width: number;
}

/** @param known effects that some variance connects lie in one block */
export function blockedEffects(effects: NestedEffects, known: readonly KnownBlock[]): BlockedEffects {
  const forms = known.map((block) => blockForm(effects, block));
  return { forms, levels: effects.levels.length, width: effects.width };
}

/**
 * The likelihood of effects with correlated sampling errors, or with groups that lie across each other, block by block: no
 * matrix is larger than a block. The same function of the variances as `nestedLikelihood`.
 * @param restricted REML rather than ML
 * @see Harville (1977), eqs. 3.8 and 5.1; Pustejovsky & Tipton (2022)
 */
export function blockLikelihood(blocked: BlockedEffects, restricted: boolean): NestedLikelihood {
  const { forms, levels } = blocked;
  const known = solve(blocked, new Float64Array(levels), false)!.logs;
  const solvedAt = (variances: ArrayLike<number>) => {
    const found = solve(blocked, variances, restricted);
    return found === null ? null : { ...found, deviance: found.deviance - known };
  };
  return {
    levels,
    cost: forms.reduce((sum, { cost }) => sum + cost, 0),
    known,
    deviance: (variances) => solvedAt(variances)?.deviance ?? Number.POSITIVE_INFINITY,
    point: (variances) => {
      const found = solvedAt(variances);
      if (found === null) return null;
      const gradient = Float64Array.from({ length: levels }, (_, l) =>
        forms.reduce((sum, form) => {
          const { trace, squares, taken } = form.look(variances, l, found);
          return sum + trace - squares - (restricted ? taken : 0);
        }, 0),
      );
      return { deviance: found.deviance, gradient };
    },
    coefficients: solvedAt,
  };
}

/** tr P of the fit without random effects: what the degrees of freedom are divided by for a typical sampling variance. */
export function blockFreeWeight(blocked: BlockedEffects): number {
  const zero = new Float64Array(blocked.levels);
  const found = solve(blocked, zero, false)!;
  return blocked.forms.reduce((sum, form) => {
    const { trace, taken } = form.look(zero, null, found);
    return sum + trace - taken;
  }, 0);
}

interface Solved extends Fitted {
  readonly deviance: number;
  readonly logs: number;
}

function solve({ forms, width }: BlockedEffects, variances: ArrayLike<number>, restricted: boolean): Solved | null {
  const p = width;
  const products = zeros(p + 1, p + 1);
  let logs = 0;
  for (const form of forms) {
    const own = form.weigh(variances, products);
    if (own === null) return null;
    logs += own;
  }
  const corner = zeros(p, p);
  for (let i = 0; i < p; i++) for (let j = 0; j <= i; j++) corner.data[i * p + j] = products.data[i * (p + 1) + j]!;
  const lower = cholesky(mirrored(corner));
  if (lower === null) return null;
  const right = products.data.subarray(p * (p + 1), p * (p + 1) + p);
  const coefficients = choleskySolve(lower, right);
  const squares = coefficients.reduce((sum, b, k) => sum - b * right[k]!, products.data[(p + 1) ** 2 - 1]!);
  const deviance = logs + Math.max(0, squares) + (restricted ? logDeterminant(lower) : 0);
  return { deviance, logs, coefficients, covariance: choleskyInverse(lower) };
}
