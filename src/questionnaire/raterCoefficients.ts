import { fUpper, fUpperQuantile } from "../numeric/fDistribution.ts";
import type { TwoWayMeanSquares } from "../numeric/twoWayMeanSquares.ts";

export interface RaterCoefficient {
  /** McGraw and Wong's name; "ICC(A,1)" is the absolute agreement of single ratings. */
  readonly name: string;
  readonly model: "oneWayRandom" | "twoWayRandom" | "twoWayMixed";
  /** Shrout and Fleiss's name, for the six that have one. */
  readonly shroutFleiss: string | null;
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly statistic: number;
  readonly df: number;
  readonly dfError: number;
  readonly pValue: number;
}

interface Asked {
  readonly confidenceLevel: number;
  /** The ICC that the F test supposes. */
  readonly nullValue: number;
}

type Inference = Omit<RaterCoefficient, "name" | "model" | "shroutFleiss">;

/**
 * McGraw and Wong's ten intraclass correlations: six figures, of which four serve for random and for fixed raters.
 * @param meanSquares of targets (rows) by raters (columns)
 * @returns estimate, F test and interval each; infinite or NaN where the table does not determine them
 * @see McGraw & Wong (1996), tables 4, 7 and 8, with the corrections of the same year; Shrout & Fleiss (1979)
 * @example
 * raterCoefficients({ n: 3, k: 2, rows: 4.5, columns: 6, error: 0.5, within: 7 / 3 }, { confidenceLevel: 0.95, nullValue: 0 })[2].estimate // 0.8
 */
export function raterCoefficients(meanSquares: TwoWayMeanSquares, asked: Asked): RaterCoefficient[] {
  const { n, k, rows, error, within } = meanSquares;
  const oneWay = { F: rows / within, df: n - 1, dfError: n * (k - 1) };
  const consistency = { F: rows / error, df: n - 1, dfError: (n - 1) * (k - 1) };
  const twoWay = {
    C1: ofRatio(consistency, k, asked),
    Ck: ofRatio(consistency, null, asked),
    A1: ofAgreement(meanSquares, k, asked),
    Ak: ofAgreement(meanSquares, 1, asked),
  };
  return [
    { name: "ICC(1)", model: "oneWayRandom", shroutFleiss: "ICC(1,1)", ...ofRatio(oneWay, k, asked) },
    { name: "ICC(k)", model: "oneWayRandom", shroutFleiss: "ICC(1,k)", ...ofRatio(oneWay, null, asked) },
    { name: "ICC(C,1)", model: "twoWayRandom", shroutFleiss: null, ...twoWay.C1 },
    { name: "ICC(C,k)", model: "twoWayRandom", shroutFleiss: null, ...twoWay.Ck },
    { name: "ICC(A,1)", model: "twoWayRandom", shroutFleiss: "ICC(2,1)", ...twoWay.A1 },
    { name: "ICC(A,k)", model: "twoWayRandom", shroutFleiss: "ICC(2,k)", ...twoWay.Ak },
    { name: "ICC(C,1)", model: "twoWayMixed", shroutFleiss: "ICC(3,1)", ...twoWay.C1 },
    { name: "ICC(C,k)", model: "twoWayMixed", shroutFleiss: "ICC(3,k)", ...twoWay.Ck },
    { name: "ICC(A,1)", model: "twoWayMixed", shroutFleiss: null, ...twoWay.A1 },
    { name: "ICC(A,k)", model: "twoWayMixed", shroutFleiss: null, ...twoWay.Ak },
  ];
}

interface Ratio {
  readonly F: number;
  readonly df: number;
  readonly dfError: number;
}

/** One-way and consistency: functions of F alone. `k` is the number of raters for a single rating, null for their mean. */
function ofRatio({ F, df, dfError }: Ratio, k: number | null, { confidenceLevel, nullValue }: Asked): Inference {
  const tail = (1 - confidenceLevel) / 2;
  const icc = (ratio: number) => (k === null ? 1 - 1 / ratio : single(ratio, k));
  const expected = k === null ? 1 / (1 - nullValue) : (1 + (k - 1) * nullValue) / (1 - nullValue);
  const statistic = F / expected;
  return {
    estimate: icc(F),
    lower: icc(F / fUpperQuantile(tail, df, dfError)),
    upper: icc(F / fUpperQuantile(1 - tail, df, dfError)),
    statistic,
    df,
    dfError,
    pValue: fUpper(statistic, df, dfError),
  };
}

function single(ratio: number, k: number): number {
  return ratio === Number.POSITIVE_INFINITY ? 1 : (ratio - 1) / (ratio + k - 1);
}

/**
 * Absolute agreement of single ratings (`size` k) or of means (`size` 1). The error of the ratio of mean squares is a
 * mixture of those of raters and rest, a and b, with degrees of freedom by Satterthwaite.
 */
function ofAgreement(squares: TwoWayMeanSquares, size: number, { confidenceLevel, nullValue }: Asked): Inference {
  const { n, k, rows, columns, error } = squares;
  const tail = (1 - confidenceLevel) / 2;
  const odds = nullValue / (1 - nullValue);
  const test = mixture(squares, (size * odds) / n);
  const statistic = rows / test.meanSquare;
  const found = mixture(squares, (rows - error) / (n * error + columns - error));
  const at = (ratio: number) => {
    const noise = (size / n) * (columns - error) + size * error;
    return (rows - ratio * error) / (rows + ratio * (noise - error));
  };
  const limit = (upperTail: number) =>
    columns === 0 && error === 0 ? 1 : at(fUpperQuantile(upperTail, n - 1, found.df));
  return {
    estimate: columns === 0 && error === 0 ? 1 : at(1),
    lower: limit(tail),
    upper: limit(1 - tail),
    statistic,
    df: n - 1,
    dfError: Number.isNaN(test.df) ? (n - 1) * (k - 1) : test.df,
    pValue: statistic === Number.POSITIVE_INFINITY ? 0 : fUpper(statistic, n - 1, test.df),
  };
}

/** a MSC + b MSE with b = 1 + (n - 1) a, and its degrees of freedom. */
function mixture({ n, k, columns, error }: TwoWayMeanSquares, a: number) {
  const ofRaters = a * columns;
  const ofError = (1 + (n - 1) * a) * error;
  const meanSquare = ofRaters + ofError;
  return { meanSquare, df: meanSquare ** 2 / (ofRaters ** 2 / (k - 1) + ofError ** 2 / ((n - 1) * (k - 1))) };
}
