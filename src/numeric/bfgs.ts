import { type Line, lineSearch, type WithGradient } from "./wolfeLine.ts";

/** Where the search ended. When `converged` is false, x is only the best point seen. */
export interface GradientMinimum {
  readonly x: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

const DEFAULTS = { tolerance: 1e-9, iterations: 500 };

/**
 * The point where a smooth function of several numbers is smallest, with the help of its gradient.
 * @param f value and gradient; it must not keep the arrays; Infinity or NaN means "not allowed here"
 * @param start first guess; f must be finite there
 * @param options `tolerance`: stop when no number moved by its own size (at least 1) would change f by more than this
 * share; `iterations`: limit
 * @returns the point, its value and gradient
 * @see Nocedal & Wright (2006), algorithm 6.1 with line searches that meet the strong Wolfe conditions
 * @example bfgs(([x], gradient) => { gradient[0] = 2 * (x - 3); return (x - 3) ** 2 }, [0]).value // 0
 */
export function bfgs(
  f: WithGradient,
  start: ArrayLike<number>,
  options: Partial<typeof DEFAULTS> = {},
): GradientMinimum {
  const { tolerance, iterations: limit } = { ...DEFAULTS, ...options };
  const state = startOf(f, start);
  let iterations = 0;
  let fresh = true;
  while (iterations < limit && Number.isFinite(state.line.value) && !isFlat(state, tolerance)) {
    iterations += 1;
    const slope = chooseDirection(state);
    const length = lineSearch(f, state.line, slope, fresh ? firstLength(state) : 1);
    if (length > 0) {
      update(state, fresh);
      fresh = false;
    } else if (fresh) break;
    else fresh = reset(state);
  }
  const { x, value, gradient } = state.line;
  return { x, value, gradient, iterations, converged: Number.isFinite(value) && isFlat(state, tolerance) };
}

interface State {
  readonly size: number;
  readonly line: Line;
  /** Estimate of the inverse of the matrix of second derivatives, row after row. */
  readonly inverse: Float64Array;
  readonly product: Float64Array;
}

function startOf(f: WithGradient, start: ArrayLike<number>): State {
  const size = start.length;
  const room = () => new Float64Array(size);
  const x = Float64Array.from(start);
  const gradient = room();
  const value = f(x, gradient);
  const line = {
    x,
    value,
    gradient,
    direction: room(),
    trial: room(),
    trialGradient: room(),
    step: room(),
    change: room(),
  };
  const state = { size, line, inverse: new Float64Array(size * size), product: room() };
  reset(state);
  return state;
}

/** Forgets the second derivatives. */
function reset({ size, inverse }: State): true {
  inverse.fill(0);
  for (let i = 0; i < size; i++) inverse[i * size + i] = 1;
  return true;
}

function isFlat({ size, line }: State, tolerance: number): boolean {
  const scale = Math.max(1, Math.abs(line.value));
  for (let i = 0; i < size; i++) {
    const effect = Math.abs(line.gradient[i]!) * Math.max(1, Math.abs(line.x[i]!));
    if (!(effect <= tolerance * scale)) return false;
  }
  return true;
}

/** Minus the inverse times the gradient, or steepest descent when that does not go down; returns the slope. */
function chooseDirection(state: State): number {
  const { size, inverse, line } = state;
  const { gradient, direction } = line;
  let slope = 0;
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum -= inverse[i * size + j]! * gradient[j]!;
    direction[i] = sum;
    slope += sum * gradient[i]!;
  }
  if (slope < 0) return slope;
  reset(state);
  slope = 0;
  for (let i = 0; i < size; i++) {
    direction[i] = -gradient[i]!;
    slope -= gradient[i]! ** 2;
  }
  return slope;
}

/** Without knowledge of the curvature the first step is at most 1 long, in the largest of its numbers. */
function firstLength({ line }: State): number {
  const largest = line.direction.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
  return Math.min(1, 1 / largest);
}

/** The BFGS update of the inverse from the last step and the change of the gradient along it. */
function update({ size, inverse, product, line }: State, fresh: boolean): void {
  const { step, change } = line;
  let curvature = 0;
  let changes = 0;
  for (let i = 0; i < size; i++) {
    curvature += step[i]! * change[i]!;
    changes += change[i]! ** 2;
  }
  if (!(curvature > Number.EPSILON * changes * 1e-4)) return;
  if (fresh) for (let i = 0; i < size; i++) inverse[i * size + i] = curvature / changes;
  let quadratic = 0;
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += inverse[i * size + j]! * change[j]!;
    product[i] = sum;
    quadratic += sum * change[i]!;
  }
  const scale = (1 + quadratic / curvature) / curvature;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const crossed = product[i]! * step[j]! + step[i]! * product[j]!;
      inverse[i * size + j] = inverse[i * size + j]! + scale * step[i]! * step[j]! - crossed / curvature;
    }
  }
}
