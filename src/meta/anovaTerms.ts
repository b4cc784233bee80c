import { chiSquareUpper } from "../numeric/chiSquare.ts";
import { fUpper } from "../numeric/fDistribution.ts";
import { leastSquares } from "../numeric/leastSquares.ts";
import { fromColumns, type Matrix } from "../numeric/matrices.ts";
import type { ModeratorDesign } from "./moderatorDesign.ts";

/** Weighted sums of squares of effects: of every term in order, and of every term after all others. */
export interface TermSquares {
  readonly total: number;
  readonly within: number;
  readonly terms: readonly {
    readonly term: string;
    readonly df: number;
    readonly sequential: number;
    readonly partial: number;
  }[];
}

/** What the shares of one source of differences are made of. */
export interface Whole {
  readonly k: number;
  readonly total: number;
  readonly within: number;
  readonly dfWithin: number;
}

/** A source of differences with its tests and its shares. */
export interface ExplainedShare {
  readonly Q: number;
  readonly pValue: number;
  readonly F: number | null;
  readonly pF: number | null;
  readonly eta2: number | null;
  readonly partialEta2: number | null;
  readonly omega2: number | null;
  readonly partialOmega2: number | null;
}

/** Sums of squares as what a fit with the term leaves less than one without it. */
export function termSquares(
  { matrix, terms }: ModeratorDesign,
  estimates: Float64Array,
  weights: Float64Array,
): TermSquares {
  const left = (columns: readonly number[]) =>
    leastSquares(chosenColumns(matrix, [0, ...columns]), estimates, weights).residualSumSquares;
  const all = terms.flatMap(({ columns }) => columns);
  const within = left(all);
  const total = left([]);
  let before = total;
  return {
    total,
    within,
    terms: terms.map(({ term, columns }, i) => {
      const after = i === terms.length - 1 ? within : left(terms.slice(0, i + 1).flatMap((one) => one.columns));
      const sequential = Math.max(0, before - after);
      before = after;
      const without = left(all.filter((column) => !columns.includes(column)));
      return { term, df: columns.length, sequential, partial: Math.max(0, without - within) };
    }),
  };
}

function chosenColumns({ rows, columns, data }: Matrix, chosen: readonly number[]): Matrix {
  return fromColumns(chosen.map((j) => Float64Array.from({ length: rows }, (_, i) => data[i * columns + j]!)));
}

/**
 * Tests and shares of a sum of squares. Q is held against sampling error (chi-square), F against the differences that
 * are left. Shares that allow for chance (omega2) can fall below 0; null where nothing is left to share.
 * @see Hedges & Olkin (1985), ch. 7, for Q; Hays (1994) and Olejnik & Algina (2003) for omega2
 */
export function explainedShare(Q: number, df: number, { k, total, within, dfWithin }: Whole): ExplainedShare {
  const error = within / dfWithin;
  const F = error > 0 ? Q / df / error : null;
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);
  const beyondChance = Q - df * error;
  return {
    Q,
    pValue: chiSquareUpper(Q, df),
    F,
    pF: F === null ? null : fUpper(F, df, dfWithin),
    eta2: share(Q, total),
    partialEta2: share(Q, Q + within),
    omega2: share(beyondChance, total + error),
    partialOmega2: share(beyondChance, Q + (k - df) * error),
  };
}
