import type { ScoredData } from "../../src/study/scoreStudy.ts";

/** Means and covariances of some variables: within schools, and of the true means of schools. */
export interface SchoolMoments {
  readonly names: readonly string[];
  readonly mean: readonly number[];
  readonly within: readonly (readonly number[])[];
  readonly between: readonly (readonly number[])[];
}

/**
 * Unbiased moments of a sample of schools, by the analysis of variance, written out here so that nothing of what is
 * tested is used. Rows with a missing value are left out.
 */
export function schoolMoments(data: ScoredData, variables: readonly string[], rows: readonly number[]): SchoolMoments {
  const all = { ...data.items, ...data.scales, ...data.outcomes };
  const columns = variables.map((name) => all[name]!);
  const complete = rows.filter((row) => columns.every((column) => !Number.isNaN(column[row]!)));
  const schools = new Map<string, number[]>();
  for (const row of complete) {
    const school = data.clusters![row]!;
    schools.set(school, [...(schools.get(school) ?? []), row]);
  }
  const n = complete.length;
  const grand = columns.map((column) => meanOf(column, complete));
  const means = [...schools.values()].map((members) => columns.map((column) => meanOf(column, members)));
  const sizes = [...schools.values()].map(({ length }) => length);
  const n0 = (n - sizes.reduce((sum, size) => sum + size * size, 0) / n) / (sizes.length - 1);
  const placeOf = new Map([...schools.keys()].map((school, place) => [school, place]));
  const apart = columns.map((column, i) =>
    Float64Array.from(complete, (row) => column[row]! - means[placeOf.get(data.clusters![row]!)!]![i]!),
  );
  const meanSquare = (i: number, j: number) => dot(apart[i]!, apart[j]!) / (n - sizes.length);
  const within = columns.map((_, i) => columns.map((__, j) => meanSquare(i, j)));
  const spread = (i: number, j: number) =>
    means.reduce((sum, school, k) => sum + sizes[k]! * (school[i]! - grand[i]!) * (school[j]! - grand[j]!), 0);
  const between = columns.map((_, i) =>
    columns.map((__, j) => (spread(i, j) / (sizes.length - 1) - within[i]![j]!) / n0),
  );
  return { names: variables, mean: grand, within, between };
}

/** The mean of moments of several samples. */
export function averaged(all: readonly SchoolMoments[]): SchoolMoments {
  const mean = (of: (one: SchoolMoments) => number) => all.reduce((sum, one) => sum + of(one), 0) / all.length;
  const { names } = all[0]!;
  const matrix = (level: "within" | "between") =>
    names.map((_, i) => names.map((__, j) => mean((one) => one[level][i]![j]!)));
  return {
    names,
    mean: names.map((_, i) => mean((one) => one.mean[i]!)),
    within: matrix("within"),
    between: matrix("between"),
  };
}

/**
 * The figures that populationValues gives, from moments of the scales and of their items.
 * @param items per scale its items; none for a grade
 */
export function figuresOf(
  moments: SchoolMoments,
  items: Readonly<Record<string, readonly string[]>>,
): Map<string, number> {
  const { names, mean, within, between } = moments;
  const place = (name: string) => names.indexOf(name);
  const at = {
    within: (i: number, j: number) => within[i]![j]!,
    between: (i: number, j: number) => between[i]![j]!,
    total: (i: number, j: number) => within[i]![j]! + between[i]![j]!,
  };
  const found = new Map<string, number>();
  for (const [scale, own] of Object.entries(items)) {
    const i = place(scale);
    const k = own.length;
    found.set(`${scale} mean`, mean[i]!);
    found.set(`${scale} standardDeviation`, Math.sqrt(at.total(i, i)));
    found.set(`${scale} icc`, at.between(i, i) / at.total(i, i));
    const single = own.reduce((sum, item) => sum + at.total(place(item), place(item)), 0);
    if (k > 0) found.set(`${scale} alpha`, (k / (k - 1)) * (1 - single / (k * k * at.total(i, i))));
  }
  const scales = Object.keys(items);
  for (const [a, first] of scales.entries()) {
    for (const second of scales.slice(a + 1)) {
      const [i, j] = [place(first), place(second)];
      for (const [level, of] of Object.entries(at))
        found.set(`${first} x ${second} ${level}`, of(i, j) / Math.sqrt(of(i, i) * of(j, j)));
    }
  }
  return found;
}

function meanOf(column: Float64Array, rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + column[row]!, 0) / rows.length;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
