import { compensatedSum } from "../numeric/sums.ts";

/** How often each category was chosen for each subject; subjects by categories. Subjects without a rating are left out. */
export type RatingCounts = readonly (readonly number[])[];

/** What agreement by chance is taken to be. */
export type ChanceModel = "fleiss" | "gwet" | "brennanPrediger" | "none";

export interface ChanceAgreement {
  readonly estimate: number;
  /** Of the estimate, over subjects, conditional on the raters. */
  readonly variance: number;
  readonly observed: number;
  readonly expected: number;
  /** Subjects with at least one rating, and with at least two. */
  readonly n: number;
  readonly paired: number;
}

type Table = readonly (readonly number[])[];

/**
 * Agreement of any number of raters beyond chance. A subject rated once tells of the categories, not of agreement.
 * @param counts ratings per subject and category; the number of ratings may differ
 * @param disagreement of every two categories, 0 to 1
 * @param model chance as the product of the category shares (fleiss), as Gwet has it, as equal shares
 * (brennanPrediger), or none: the agreement itself
 * @returns NaN where chance alone would give full agreement; variance NaN with one subject
 * @see Gwet (2014), Handbook of inter-rater reliability, chapters 2, 4 and 5. Reference: irrCAC::gwet.ac1.raw and kin
 * @example chanceAgreement([[2, 0], [0, 2], [1, 1]], [[0, 1], [1, 0]], "fleiss").estimate // 0.333333333333
 */
export function chanceAgreement(counts: RatingCounts, disagreement: Table, model: ChanceModel): ChanceAgreement {
  const sizes = counts.map(compensatedSum);
  const n = counts.length;
  const paired = sizes.filter((size) => size > 1).length;
  const shares = categoryShares(counts);
  const subjects = counts.map((row, i) => (sizes[i]! > 1 ? subjectDisagreement(row, sizes[i]!, disagreement) : 0));
  const observed = compensatedSum(subjects) / paired;
  const byCategory = chanceByCategory(shares, disagreement, model);
  const expected = compensatedSum(shares.map((share, k) => share * byCategory[k]!));
  const ratio = observed / expected;
  const influences = counts.map((row, i) => {
    const chance = compensatedSum(row.map((count, k) => count * byCategory[k]!)) / sizes[i]!;
    const agreement = sizes[i]! > 1 ? ((expected - subjects[i]!) * n) / (paired * expected) : 0;
    return agreement - (1 - ratio) + (2 * ratio * (chance - expected)) / expected;
  });
  const squares = compensatedSum(influences.map((influence) => influence ** 2));
  return {
    estimate: 1 - ratio,
    variance: n > 1 ? squares / (n * (n - 1)) : Number.NaN,
    observed: 1 - observed,
    expected: 1 - expected,
    n,
    paired,
  };
}

/**
 * Mean over subjects of the share of their ratings in each category.
 * @example categoryShares([[2, 0], [1, 1]]) // [0.75, 0.25]
 */
export function categoryShares(counts: RatingCounts): number[] {
  const sizes = counts.map(compensatedSum);
  const first = counts[0] ?? [];
  return first.map((_, k) => compensatedSum(counts.map((row, i) => row[k]! / sizes[i]!)) / counts.length);
}

/** Mean disagreement of two different ratings of one subject. */
function subjectDisagreement(row: readonly number[], size: number, disagreement: Table): number {
  let sum = 0;
  for (let k = 1; k < row.length; k++) {
    const count = row[k]!;
    if (count === 0) continue;
    for (let l = 0; l < k; l++) sum += count * row[l]! * disagreement[k]![l]!;
  }
  return (2 * sum) / (size * (size - 1));
}

/**
 * Expected disagreement of a rating in each category; its mean over the category shares is that of the whole. For all
 * models the expected agreement is a quadratic form of the shares, of which this is half the slope.
 */
function chanceByCategory(shares: readonly number[], disagreement: Table, model: ChanceModel): number[] {
  const q = shares.length;
  const mean = compensatedSum(disagreement.flat()) / q ** 2;
  const scale = ((1 - mean) * q) / (q - 1);
  if (model === "fleiss") {
    return disagreement.map((row) => compensatedSum(row.map((d, l) => d * shares[l]!)));
  }
  if (model === "gwet") return shares.map((share) => 1 - scale * (1 - share));
  return shares.map(() => (model === "none" ? 1 : mean));
}
