import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { type Context, defineStatistic } from "../foundation/statistic.ts";
import { bootstrapDraws, bootstrapDrawsAsync } from "../numeric/bootstrap.ts";
import { percentileInterval } from "../numeric/bootstrapInterval.ts";
import { normalUpperQuantile } from "../numeric/normal.ts";
import type { RandomStream } from "../numeric/random.ts";
import { univariate } from "../numeric/univariate.ts";
import { type NumberColumns, numberColumns, read } from "../table/input.ts";
import { completeRows } from "./completeRows.ts";
import { fitComplete, fitIncomplete, fitIndices, type OmegaFit, omegaStandardError, omegasOf } from "./omegaFit.ts";

const input = z.strictObject({
  items: numberColumns({ en: "the items of one scale", nl: "de items van één schaal" }, 3),
});

const options = z.strictObject({
  missing: described(z.enum(["fiml", "listwise"]).default("fiml"), {
    en: "what to do with missing values: use every answer given (full-information ML), or leave out rows",
    nl: "wat te doen met ontbrekende waarden: elk gegeven antwoord gebruiken (full-information ML), of rijen weglaten",
  }),
  interval: described(z.enum(["delta", "bootstrap"]).default("delta"), {
    en: "interval: from the standard error (delta method), or percentiles of bootstrap samples (needs a seed)",
    nl: "interval: uit de standaardfout (deltamethode), of percentielen van bootstrapsteekproeven (vraagt een startgetal)",
  }),
  draws: described(z.int().min(100).max(100_000).default(1000), {
    en: "number of bootstrap samples",
    nl: "aantal bootstrapsteekproeven",
  }),
  seed: shared.seed.optional(),
  confidenceLevel: shared.confidenceLevel,
});

const item = z.strictObject({
  item: z.string(),
  n: z.int(),
  missing: z.int(),
  loading: z.number(),
  standardError: available,
  standardizedLoading: available,
  residualVariance: z.number(),
});

const fit = z.strictObject({
  statistic: z.number(),
  df: z.int(),
  pValue: available,
  baselineStatistic: z.number(),
  baselineDf: z.int(),
  cfi: available,
  tli: available,
  rmsea: available,
  rmseaLower: available,
  rmseaUpper: available,
  srmr: z.number(),
});

const result = resultSchema("mcdonaldOmega", options, {
  omega: z.number(),
  standardError: available,
  lower: available,
  upper: available,
  observedOmega: z.number(),
  observedLower: available,
  observedUpper: available,
  undefinedDraws: z.int(),
  fit,
  items: z.array(item),
});

type Settings = Resolved<typeof options>;
export type McdonaldOmega = z.output<typeof result>;

/**
 * How much of the variance of a scale's sum comes from one factor behind its items: McDonald's omega total, from a
 * confirmatory one-factor model by maximum likelihood, with the fit of that model. Not the omega total of an
 * exploratory analysis, which psych prints (see omegaHierarchical). Nothing is reversed for you.
 * @param data `items`: named columns, three or more, one value per respondent; null or NaN is missing
 * @param given what to do with missing values; interval by the delta method or a bootstrap of rows; level
 * @param context is told of the progress of a bootstrap, and can stop it
 * @returns omega with the variance the model implies as denominator, observedOmega with the one observed (denominator
 * n): their difference is misfit. Standard errors from expected information, with FIML from observed information.
 * observedLower and observedUpper come from a bootstrap only. RMSEA has a 90% interval; chi-square is n F
 * @throws omega/singular; omega/no-solution; data/too-few
 * @see McDonald (1999), ch. 6; Raykov (2002) for the delta method; Kelley & Pornprasertmanit (2016) for the bootstrap.
 * Reference: lavaan::cfa("f =~ ...", std.lv = TRUE), missing = "ml"
 * @example mcdonaldOmega({ items: { a: [1, 2, 3, 4, 5, 3], b: [2, 2, 3, 5, 4, 3], c: [1, 3, 2, 4, 5, 4] } }).omega // 0.92
 */
export function mcdonaldOmega(
  data: Given<typeof input>,
  given: Given<typeof options> = {},
  context: Context = {},
): McdonaldOmega {
  const work = prepared(data, given);
  if (work.resampling === null) return finished(work, null);
  const [implied, observed] = drawsOf(work);
  const draws = bootstrapDraws(work.resampling, implied, context);
  return finished(work, { implied: draws, observed: observed() });
}

/** As `mcdonaldOmega`, with room for other work while it resamples; the same figures for the same seed. */
export async function mcdonaldOmegaAsync(
  data: Given<typeof input>,
  given: Given<typeof options> = {},
  context: Context = {},
): Promise<McdonaldOmega> {
  const work = prepared(data, given);
  if (work.resampling === null) return finished(work, null);
  const [implied, observed] = drawsOf(work);
  const draws = await bootstrapDrawsAsync(work.resampling, implied, context);
  return finished(work, { implied: draws, observed: observed() });
}

type Work = ReturnType<typeof prepared>;

function prepared(data: Given<typeof input>, given: Given<typeof options>) {
  const { items } = read(input, data);
  const settings = resolve(options, given);
  const complete = completeRows(items);
  const fiml = settings.missing === "fiml" && complete.missing > 0;
  const columns = fiml ? items.columns : complete.columns;
  refuseTooFew(items, complete.used, fiml);
  const found = fiml ? fitIncomplete(columns) : fitComplete(columns);
  if (found === null) refuse("omega/singular");
  if (!found.converged) refuse("omega/no-solution");
  const { interval, seed, draws } = settings;
  const resampling = interval === "bootstrap" && seed !== undefined ? { seed, draws } : null;
  return { items, settings, columns, fiml, found, missing: complete.missing, resampling };
}

/** A covariance needs two rows; a factor needs more rows than items. */
function refuseTooFew({ names, columns, rows }: NumberColumns, complete: number, fiml: boolean): void {
  const needed = names.length + 1;
  const found = fiml ? rows : complete;
  if (found < needed) refuse("data/too-few", { needed, unit: "rows", found });
  if (!fiml) return;
  for (const [i, a] of columns.entries()) {
    for (const b of columns.slice(0, i)) {
      const together = a.reduce((count, value, row) => count + Number(!Number.isNaN(value + b[row]!)), 0);
      if (together < 2) refuse("data/too-few", { needed: 2, unit: "rows", found: together }, { column: names[i]! });
    }
  }
}

/** What one resample gives; the second omega of each is kept while the first is asked for. */
function drawsOf({ columns, fiml }: Work): [(stream: RandomStream) => number, () => Float64Array] {
  const rows = columns[0]!.length;
  const kept: number[] = [];
  const draw = (stream: RandomStream) => {
    const times = new Int32Array(rows);
    for (let i = 0; i < rows; i++) times[stream.integer(rows)]! += 1;
    const found = fiml ? fitIncomplete(columns, times) : fitComplete(repeated(columns, times));
    const { omega, observedOmega } = found?.converged
      ? omegasOf(found)
      : { omega: Number.NaN, observedOmega: Number.NaN };
    kept.push(observedOmega);
    return omega;
  };
  return [draw, () => Float64Array.from(kept)];
}

function repeated(columns: readonly Float64Array[], times: Int32Array): Float64Array[] {
  const rows = [...times.keys()].flatMap((i) => new Array<number>(times[i]!).fill(i));
  return columns.map((column) => Float64Array.from(rows, (i) => column[i]!));
}

function finished(work: Work, draws: { implied: Float64Array; observed: Float64Array } | null): McdonaldOmega {
  const { items, settings, found, missing } = work;
  const { omega, observedOmega } = omegasOf(found);
  const standardError = omegaStandardError(found);
  const level = settings.confidenceLevel;
  const half = normalUpperQuantile((1 - level) / 2) * standardError;
  const delta = { lower: finiteOrNull(omega - half), upper: finiteOrNull(omega + half) };
  const none = { lower: null, upper: null };
  const bySeed = draws === null ? none : percentileInterval(draws.implied, level);
  const ofObserved = draws === null ? none : percentileInterval(draws.observed, level);
  const undefinedDraws = draws?.implied.filter((draw) => Number.isNaN(draw)).length ?? 0;
  const body = {
    omega,
    standardError: finiteOrNull(standardError),
    ...(settings.interval === "delta" ? delta : bySeed),
    observedOmega,
    observedLower: ofObserved.lower,
    observedUpper: ofObserved.upper,
    undefinedDraws,
    fit: fitIndices(found),
    items: itemsOf(items, work.columns, found),
  };
  return {
    kind: "mcdonaldOmega",
    options: settings,
    sample: { unit: "respondent", used: found.n, dropped: items.rows - found.n, missing },
    notes: [...sampleNotes(work), ...modelNotes(body), ...drawNotes(settings, undefinedDraws)],
    ...body,
  };
}

function itemsOf({ names, columns }: NumberColumns, used: readonly Float64Array[], found: OmegaFit) {
  return names.map((name, j) => {
    const [loading, residualVariance] = [found.loadings[j]!, found.residuals[j]!];
    const { n } = univariate(used[j]!);
    return {
      item: name,
      n,
      missing: univariate(columns[j]!).missing,
      loading,
      standardError: finiteOrNull(Math.sqrt(found.parameterCovariance[j]![j]! / found.n)),
      standardizedLoading: finiteOrNull(loading / Math.sqrt(loading * loading + residualVariance)),
      residualVariance,
    };
  });
}

function sampleNotes({ items, columns, fiml, found }: Work): Note[] {
  const total = items.rows;
  const dropped = total - found.n;
  const gaps = (row: number) => columns.some((column) => Number.isNaN(column[row]!));
  const incomplete = [...columns[0]!.keys()].filter(gaps).length - dropped;
  return notesWhen(
    [!fiml && dropped > 0, "missing/listwise", { dropped, total }],
    [fiml && dropped > 0, "missing/empty-rows", { dropped, total }],
    [fiml, "missing/fiml", { incomplete, total }],
  );
}

/** Below and above these one factor is commonly called a poor description (Bentler, 1990; Browne & Cudeck, 1993). */
const POOR = { cfi: 0.9, rmsea: 0.1 };

function modelNotes({ fit: { df, cfi, rmsea }, items }: Pick<McdonaldOmega, "fit" | "items">): Note[] {
  const poor = cfi !== null && rmsea !== null && (cfi < POOR.cfi || rmsea > POOR.rmsea);
  return [
    ...notesWhen([df === 0, "omega/just-identified"], [poor, "omega/poor-fit", { cfi: cfi ?? 0, rmsea: rmsea ?? 0 }]),
    ...items.filter(({ residualVariance }) => residualVariance < 0).map(({ item }) => note("omega/heywood", { item })),
    ...items
      .filter(({ loading }) => loading < 0)
      .map(({ item, loading, standardizedLoading }) =>
        note("item/negative-loading", { item, loading: standardizedLoading ?? loading }),
      ),
  ];
}

function drawNotes({ interval, seed, draws }: Settings, undefinedDraws: number): Note[] {
  return notesWhen(
    [interval === "bootstrap" && seed === undefined, "interval/needs-seed"],
    [undefinedDraws > 0, "interval/undefined-draws", { undefined: undefinedDraws, draws }],
  );
}

export const mcdonaldOmegaCard = defineStatistic({
  kind: "mcdonaldOmega",
  label: { en: "McDonald's omega", nl: "McDonalds omega" },
  summary: {
    en: "How much of the variance of a scale's sum comes from one factor behind its items, and how well one factor fits.",
    nl: "Hoeveel van de variantie van een schaalsom van één factor achter de items komt, en hoe goed één factor past.",
  },
  input,
  options,
  result,
  run: mcdonaldOmega,
  tidy: ({ items }) => items.map(({ item, ...rest }) => ({ term: item, ...rest })),
  glance: ({ omega, standardError, lower, upper, observedOmega, fit, items, sample }) => ({
    omega,
    standardError,
    lower,
    upper,
    observedOmega,
    statistic: fit.statistic,
    df: fit.df,
    pValue: fit.pValue,
    cfi: fit.cfi,
    tli: fit.tli,
    rmsea: fit.rmsea,
    srmr: fit.srmr,
    k: items.length,
    n: sample.used,
  }),
  composes: [],
  charts: [],
  source: "McDonald (1999); Raykov (2002); Kelley & Pornprasertmanit (2016)",
  example: {
    data: {
      items: {
        talks: [1, 2, 3, 4, 5, 4, 2, 3, 1, 5],
        asks: [2, 2, 4, 4, 5, 5, 1, 3, 2, 4],
        listens: [1, 3, 3, 5, 4, null, 2, 3, 1, 4],
        reads: [2, 1, 3, 4, 4, 4, 3, 3, 1, 5],
      },
    },
  },
});
