import { z } from "zod";
import { type CorrelationOf, errorCorrelation, type VariablePair } from "../effects/correlationCovariance.ts";
import { fisherZ } from "../effects/fisherZ.ts";
import { type Problem, refuse, refuseAll } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve } from "../foundation/options.ts";
import { available, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { cholesky } from "../numeric/cholesky.ts";
import { fromRows } from "../numeric/matrices.ts";
import { labelColumn, numberColumn, read } from "../table/input.ts";

const input = z.strictObject({
  r: numberColumn({ en: "correlations, one per row", nl: "correlaties, één per rij" }),
  n: numberColumn({ en: "sample sizes", nl: "steekproefgroottes" }),
  study: labelColumn({ en: "the sample each was found in", nl: "de steekproef waarin elk is gevonden" }),
  first: labelColumn({ en: "name of the one variable", nl: "naam van de ene variabele" }),
  second: labelColumn({ en: "name of the other variable", nl: "naam van de andere variabele" }),
});

const options = z.strictObject({
  scale: described(z.enum(["fisherZ", "correlation"]).default("fisherZ"), {
    en: "covariances of Fisher's z, or of the correlations themselves",
    nl: "covarianties van Fishers z, of van de correlaties zelf",
  }),
  unreported: described(z.number().gt(-1).lt(1).nullable().default(null), {
    en: "correlation to suppose between variables whose correlation a study did not report; none: no covariance there",
    nl: "correlatie om te veronderstellen als een studie die niet gaf; geen: daar geen covariantie",
  }),
  sampleSize: described(z.enum(["smallest", "harmonicMean", "mean"]).default("smallest"), {
    en: "which n a study has, when its correlations have different ones",
    nl: "welke n een studie heeft, als haar correlaties verschillende hebben",
  }),
});

const result = resultSchema("correlationCovariances", options, {
  effects: z.array(
    z.strictObject({
      row: z.int(),
      study: z.string(),
      first: z.string(),
      second: z.string(),
      estimate: z.number(),
      samplingVariance: z.number(),
    }),
  ),
  covariances: z.array(
    z.strictObject({
      study: z.string(),
      row: z.int(),
      otherRow: z.int(),
      covariance: available,
      correlation: available,
      supposed: z.boolean(),
    }),
  ),
  studies: z.array(
    z.strictObject({
      study: z.string(),
      n: z.number(),
      rows: z.array(z.int()),
      matrix: z.array(z.array(available)),
      positiveDefinite: z.boolean().nullable(),
    }),
  ),
});

type Settings = Resolved<typeof options>;
export type CorrelationCovariances = z.output<typeof result>;

/** A usable row. */
interface Reported {
  readonly row: number;
  readonly study: string;
  readonly variables: VariablePair;
  readonly r: number;
  readonly n: number;
}

/**
 * How correlations found in the same people go together: the large-sample covariances of several correlations per study,
 * which a pooled analysis needs when a study reports more than one.
 * @param data `r`, `n`, `study`, and the names of the two variables, `first` and `second` (their order does not matter);
 * rows with a gap are left out
 * @param given scale; the correlation to suppose where a study reported none; which n a study has
 * @returns `effects` on the chosen scale with their variances; `covariances` of every two of a study (null where they rest
 * on an unreported correlation and none was supposed); `studies` with the whole matrix, rows in order of the data
 * @throws correlations/outside for r of -1 or 1 and beyond; correlations/few-people; correlations/with-itself;
 * correlations/twice for a pair of variables that a study has twice; data/too-few
 * @see Olkin & Siotani (1976); Steiger (1980). Reference: metafor::rcalc(r ~ first + second | study, ni = n, rtoz = TRUE)
 * @example correlationCovariances({ r: [0.5, 0.3, 0.4], n: [103, 103, 103], study: ["A", "A", "A"], first: ["a", "a", "b"], second: ["b", "c", "c"] }).covariances[0].covariance // 0.00331868131868
 */
export function correlationCovariances(
  data: Given<typeof input>,
  given: Given<typeof options> = {},
): CorrelationCovariances {
  const columns = read(input, data);
  const settings = resolve(options, given);
  const { reported, missing } = usable(columns);
  const total = columns.r.length;
  if (reported.length === 0) refuse("data/too-few", { needed: 1, unit: "effects", found: 0 });
  refuseAll(problemsOf(reported, settings));
  const parts = byStudy(reported).map((rows) => studyOf(rows, settings));
  const sample = { unit: "effect" as const, used: reported.length, dropped: total - reported.length, missing };
  const shown = {
    effects: parts.flatMap(({ effects }) => effects).sort((one, other) => one.row - other.row),
    covariances: parts.flatMap(({ covariances }) => covariances),
    studies: parts.map(({ study }) => study),
  };
  return {
    kind: "correlationCovariances",
    options: settings,
    sample,
    notes: notesOf(shown, sample.dropped, total, settings),
    ...shown,
  };
}

function usable({ r, n, study, first, second }: Resolved<typeof input>): { reported: Reported[]; missing: number } {
  const reported: Reported[] = [];
  let missing = 0;
  for (let row = 0; row < r.length; row++) {
    const labels = [study[row], first[row], second[row]];
    const gaps = [r[row]!, n[row]!].filter(Number.isNaN).length + labels.filter((label) => label === null).length;
    missing += gaps;
    const variables: VariablePair = [first[row]!, second[row]!];
    if (gaps === 0) reported.push({ row: row + 1, study: study[row]!, variables, r: r[row]!, n: n[row]! });
  }
  return { reported, missing };
}

function problemsOf(reported: readonly Reported[], { scale }: Settings): Problem[] {
  const fewest = scale === "fisherZ" ? 4 : 2;
  const seen = new Set<string>();
  return reported.flatMap(({ row, study, variables, r, n }): Problem[] => {
    const [first, second] = variables;
    const key = JSON.stringify([study, ...variables.toSorted()]);
    const twice = seen.has(key);
    seen.add(key);
    return [
      ...(Math.abs(r) < 1
        ? []
        : [{ code: "correlations/outside", values: {}, location: { row, column: "r" } } as const]),
      ...(n >= fewest
        ? []
        : [{ code: "correlations/few-people", values: { needed: fewest }, location: { row, column: "n" } } as const]),
      ...(first !== second
        ? []
        : [
            { code: "correlations/with-itself", values: { name: first }, location: { row, column: "second" } } as const,
          ]),
      ...(twice
        ? [{ code: "correlations/twice", values: { study, first, second }, location: { row, column: "r" } } as const]
        : []),
    ];
  });
}

function byStudy(reported: readonly Reported[]): Reported[][] {
  const studies = new Map<string, Reported[]>();
  for (const one of reported) {
    const rows = studies.get(one.study);
    if (rows) rows.push(one);
    else studies.set(one.study, [one]);
  }
  return [...studies.values()];
}

/** Effects, covariances and the matrix of one study. */
function studyOf(rows: readonly Reported[], settings: Settings) {
  const name = rows[0]!.study;
  const n = sizeOf(rows, settings.sampleSize);
  const table = new Map(rows.map(({ variables, r }) => [keyOf(...variables), r]));
  const reported: CorrelationOf = (x, y) => (x === y ? 1 : (table.get(keyOf(x, y)) ?? null));
  const supposing: CorrelationOf = (x, y) => reported(x, y) ?? settings.unreported;
  const spread = (r: number) => (settings.scale === "fisherZ" ? 1 / Math.sqrt(n - 3) : (1 - r * r) / Math.sqrt(n - 1));
  const cells = rows.map((one, i) =>
    rows.map((other, j) => {
      const correlation = i === j ? 1 : errorCorrelation(one.variables, other.variables, supposing);
      const supposed = i !== j && errorCorrelation(one.variables, other.variables, reported) === null;
      const covariance = correlation === null ? null : correlation * spread(one.r) * spread(other.r);
      return { correlation, covariance, supposed: supposed && correlation !== null };
    }),
  );
  const matrix = cells.map((row) => row.map(({ covariance }) => covariance));
  return {
    effects: rows.map(({ row, study, variables: [first, second], r }) => {
      const estimate = settings.scale === "fisherZ" ? fisherZ(r) : r;
      return { row, study, first, second, estimate, samplingVariance: spread(r) ** 2 };
    }),
    covariances: rows.flatMap((one, i) =>
      rows
        .slice(i + 1)
        .map((other, d) => ({ study: name, row: one.row, otherRow: other.row, ...cells[i]![i + 1 + d]! })),
    ),
    study: { study: name, n, rows: rows.map(({ row }) => row), matrix, positiveDefinite: isDefinite(matrix) },
  };
}

/** Null where the matrix has gaps. */
function isDefinite(matrix: readonly (readonly (number | null)[])[]): boolean | null {
  if (matrix.flat().includes(null)) return null;
  return cholesky(fromRows(matrix as readonly (readonly number[])[])) !== null;
}

function keyOf(x: string, y: string): string {
  return JSON.stringify([x, y].sort());
}

function sizeOf(rows: readonly Reported[], rule: Settings["sampleSize"]): number {
  const sizes = rows.map(({ n }) => n);
  if (rule === "smallest") return Math.min(...sizes);
  // One size for all stays itself, to the last digit
  if (sizes.every((n) => n === sizes[0])) return sizes[0]!;
  if (rule === "mean") return sizes.reduce((sum, n) => sum + n, 0) / sizes.length;
  return sizes.length / sizes.reduce((sum, n) => sum + 1 / n, 0);
}

type Shown = Pick<CorrelationCovariances, "covariances" | "studies">;

function notesOf({ covariances, studies }: Shown, dropped: number, total: number, { unreported }: Settings): Note[] {
  const open = covariances.filter(({ covariance }) => covariance === null).length;
  const supposed = covariances.filter((one) => one.supposed).length;
  const indefinite = studies.filter(({ positiveDefinite }) => positiveDefinite === false).map(({ study }) => study);
  return notesWhen(
    [dropped > 0, "missing/listwise", { dropped, total }],
    [open > 0, "correlations/unreported", { open, pairs: covariances.length }],
    [supposed > 0, "correlations/supposed", { supposed, pairs: covariances.length, r: unreported ?? 0 }],
    [indefinite.length > 0, "correlations/impossible", { studies: indefinite.join(", ") }],
  );
}

export const correlationCovariancesCard = defineStatistic({
  kind: "correlationCovariances",
  label: { en: "Covariances of correlations", nl: "Covarianties van correlaties" },
  summary: {
    en: "How several correlations found in the same people go together.",
    nl: "Hoe meer correlaties bij dezelfde mensen samengaan.",
  },
  input,
  options,
  result,
  run: correlationCovariances,
  tidy: ({ effects, covariances, options: { scale } }) => {
    const names = new Map(effects.map(({ row, first, second }) => [row, `${first} × ${second}`]));
    return [
      ...effects.map(({ row, study, estimate, samplingVariance }) => ({
        ...{ term: `${study}: ${names.get(row)}`, estimate, samplingVariance, method: scale },
      })),
      ...covariances.map(({ study, row, otherRow, covariance, correlation }) => ({
        ...{ term: `${study}: ${names.get(row)}, ${names.get(otherRow)}`, estimate: covariance, r: correlation },
        method: "covariance",
      })),
    ];
  },
  glance: ({ effects, studies, options: { scale } }) => ({ k: effects.length, studies: studies.length, method: scale }),
  composes: [],
  charts: [],
  source: "Olkin & Siotani (1976); Steiger (1980)",
  example: {
    data: {
      r: [0.5, 0.3, 0.4, 0.35],
      n: [103, 103, 103, 88],
      study: ["Adams", "Adams", "Adams", "Bakker"],
      first: ["home", "home", "school", "home"],
      second: ["school", "grade", "grade", "grade"],
    },
  },
});
