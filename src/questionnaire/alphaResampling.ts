import { covariances } from "../numeric/covariances.ts";
import { covarianceOf, momentsOf } from "../numeric/moments.ts";
import type { RandomStream } from "../numeric/random.ts";
import { alphaOf } from "./alphaCoefficient.ts";

type Missing = "listwise" | "pairwise";

/** Alpha of as many rows, drawn with replacement; NaN when their sum does not vary. */
export function resampledAlpha(columns: readonly Float64Array[], missing: Missing, stream: RandomStream): number {
  const rows = columns[0]!.length;
  const drawn = Int32Array.from({ length: rows }, () => stream.integer(rows));
  const resample = columns.map((column) => Float64Array.from(drawn, (i) => column[i]!));
  return alphaOf(covariances(resample, missing).matrix);
}

/** Alpha without each row in turn. */
export function alphaWithoutEachRow(columns: readonly Float64Array[], missing: Missing): number[] {
  const rows = [...columns[0]!.keys()];
  if (missing === "listwise") return withoutEachCompleteRow(columns, rows);
  return rows.map((left) => {
    const others = columns.map((column) => column.filter((_, i) => i !== left));
    return alphaOf(covariances(others, missing).matrix);
  });
}

/** From the sums of products of all rows, less what the row adds to them. */
function withoutEachCompleteRow(columns: readonly Float64Array[], rows: readonly number[]): number[] {
  const moments = momentsOf(columns);
  const { n, means, meanRemainders } = moments;
  return rows.map((row) => {
    const apart = columns.map((column, j) => column[row]! - means[j]! - meanRemainders[j]!);
    const sumProducts = moments.sumProducts.map((line, i) =>
      line.map((sum, j) => sum - (n / (n - 1)) * apart[i]! * apart[j]!),
    );
    return alphaOf(covarianceOf({ ...moments, n: n - 1, sumProducts }));
  });
}
