import type { Matrix } from "./matrices.ts";

/**
 * One part of a normal deviance, log|V| + tr(V^-1 T) with V = l l' + diag(u): its share of the whole, V^-1 and
 * V^-1 T V^-1, both items by items and 0 for items that are missing in this part.
 */
export interface DeviancePart {
  readonly share: number;
  readonly inverse: Matrix;
  readonly product: Matrix;
}

/**
 * Adds one part's first and second derivatives by loadings (first) and residual variances (after them).
 * @param parameters loadings, then residual variances; what follows is left alone
 * @param gradient as long as the parameters
 * @param hessian square, of the same size; only its lower triangle is written
 * @see Jöreskog (1969), A general approach to confirmatory maximum likelihood factor analysis; second derivatives by
 * differentiating V^-1 (V - T) V^-1 once more
 */
export function addOneFactorCurvature(
  parameters: Float64Array,
  part: DeviancePart,
  gradient: Float64Array,
  hessian: Matrix,
): void {
  const k = part.inverse.columns;
  const [a, b] = [part.inverse.data, part.product.data];
  const [u, v] = [timesLoadings(a, parameters, k), timesLoadings(b, parameters, k)];
  const [s, t] = [innerProduct(u, parameters), innerProduct(v, parameters)];
  const size = hessian.columns;
  const add = (i: number, j: number, value: number) => {
    hessian.data[i * size + j] = hessian.data[i * size + j]! + part.share * value;
  };
  for (let i = 0; i < k; i++) {
    gradient[i] = gradient[i]! + part.share * 2 * (u[i]! - v[i]!);
    gradient[k + i] = gradient[k + i]! + part.share * (a[i * k + i]! - b[i * k + i]!);
    for (let j = 0; j < k; j++) {
      const [own, seen] = [a[i * k + j]!, b[i * k + j]!];
      add(k + i, j, 2 * (own * (v[i]! - u[i]!) + seen * u[i]!));
      if (j > i) continue;
      const crossed = u[i]! * v[j]! + v[i]! * u[j]! - u[i]! * u[j]!;
      add(i, j, 2 * (own - seen + (t - s) * own + s * seen + crossed));
      add(k + i, k + j, own * (2 * seen - own));
    }
  }
}

/** The matrix times the loadings, which are the first k parameters. */
export function timesLoadings(data: Float64Array, parameters: Float64Array, k: number): Float64Array {
  const result = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) result[i] = result[i]! + data[i * k + j]! * parameters[j]!;
  }
  return result;
}

function innerProduct(x: Float64Array, parameters: Float64Array): number {
  return x.reduce((sum, value, i) => sum + value * parameters[i]!, 0);
}
