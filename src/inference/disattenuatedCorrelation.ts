import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { type Context, defineStatistic } from "../foundation/statistic.ts";
import { type Covariances, covarianceOfSums, covariances, varianceOfSum } from "../numeric/covariances.ts";
import { correlationFrom } from "../numeric/moments.ts";
import { normalLower, normalQuantile } from "../numeric/normal.ts";
import { quantile } from "../numeric/quantile.ts";
import { randomStream } from "../numeric/random.ts";
import { type Categories, categoryColumn, numberColumns, read } from "../table/input.ts";

const input = z.strictObject({
  first: numberColumns({ en: "the items of the first scale", nl: "de items van de eerste schaal" }),
  second: numberColumns({ en: "the items of the second scale", nl: "de items van de tweede schaal" }),
  cluster: categoryColumn({
    en: "school, class: whole clusters are drawn for the interval",
    nl: "school, klas: voor het interval worden hele clusters getrokken",
  }).optional(),
});

const reliability = z.number().gt(0).max(1).nullable().default(null);

const options = z.strictObject({
  seed: shared.seed.optional(),
  draws: described(z.int().min(100).default(2000), {
    en: "number of bootstrap samples",
    nl: "aantal bootstrapsteekproeven",
  }),
  interval: described(z.enum(["bca", "percentile"]).default("bca"), {
    en: "bootstrap interval: bias-corrected and accelerated, or percentile",
    nl: "bootstrapinterval: gecorrigeerd voor vertekening en versnelling, of percentiel",
  }),
  reliabilityFirst: described(reliability, {
    en: "reliability of the first scale, if not alpha of its items",
    nl: "betrouwbaarheid van de eerste schaal, als dat niet alfa van de items is",
  }),
  reliabilitySecond: described(reliability, {
    en: "reliability of the second scale, if not alpha of its items",
    nl: "betrouwbaarheid van de tweede schaal, als dat niet alfa van de items is",
  }),
  confidenceLevel: shared.confidenceLevel,
});

const result = resultSchema("disattenuatedCorrelation", options, {
  r: z.number(),
  reliabilityFirst: z.number(),
  reliabilitySecond: z.number(),
  corrected: z.number(),
  lower: available,
  upper: available,
  drawsUsed: z.int(),
});

type Settings = Resolved<typeof options>;
export type DisattenuatedCorrelation = z.output<typeof result>;

/**
 * What the correlation of two scales would be without measurement error, if alpha is their reliability: r divided by
 * the root of the product of the reliabilities. With a seed it has an interval, which repeats the whole chain (items, alphas, r) by bootstrap,
 * over whole clusters where these are given.
 * @param data `first` and `second`: items of two scales, keyed alike; rows with a missing value are left out
 * @param given seed and number of draws; interval; reliabilities that are known (needed for a single item); level
 * @returns `corrected` is not cut off at 1: beyond it there is a note
 * @throws scale/reliability-needed; scale/no-variance; reliability/not-positive; data/too-few below three rows
 * @see Spearman (1904); Efron (1987) for the interval. Reference: psych::correct.cor
 * @example disattenuatedCorrelation({ first: { a: [1, 2, 3, 4, 2], b: [2, 2, 3, 4, 1] }, second: { c: [1, 3, 2, 4, 2], d: [1, 2, 2, 4, 3] } }, { draws: 100 }).r // 0.734042553191489
 */
export function disattenuatedCorrelation(
  data: Given<typeof input>,
  given: Given<typeof options> = {},
  context: Context = {},
): DisattenuatedCorrelation {
  const { first, second, cluster } = read(input, data);
  const settings = resolve(options, given);
  const columns = [...first.columns, ...second.columns];
  const rows = Array.from({ length: first.rows }, (_, i) => i).filter(
    (i) => columns.every((column) => !Number.isNaN(column[i]!)) && (cluster === undefined || cluster.codes[i]! >= 0),
  );
  if (rows.length < 3) refuse("data/too-few", { needed: 3, unit: "rows", found: rows.length });
  const chain: Chain = { columns, split: first.columns.length, settings };
  const whole = chainOf(chain, rows);
  refuseWithout(whole, first.names.length, second.names.length, settings);
  const units = cluster ? clustersOf(cluster, rows) : rows.map((row) => [row]);
  const draws = settings.seed === undefined ? [] : bootstrap(chain, units, settings.seed, context);
  const limits = limitsOf(chain, units, whole.corrected, draws);
  const dropped = first.rows - rows.length;
  return {
    kind: "disattenuatedCorrelation",
    options: settings,
    sample: {
      unit: "respondent",
      used: rows.length,
      dropped,
      missing: columns.reduce((sum, column) => sum + column.filter((value) => Number.isNaN(value)).length, 0),
    },
    notes: notesOf(whole, draws.length, settings, dropped, first.rows),
    r: whole.r,
    reliabilityFirst: whole.first,
    reliabilitySecond: whole.second,
    corrected: whole.corrected,
    ...limits,
    drawsUsed: draws.length,
  };
}

interface Chain {
  readonly columns: readonly Float64Array[];
  /** Number of columns of the first scale. */
  readonly split: number;
  readonly settings: Settings;
}

interface Corrected {
  readonly r: number;
  readonly first: number;
  readonly second: number;
  readonly corrected: number;
}

/** From items to the corrected correlation, for some rows. */
function chainOf({ columns, split, settings }: Chain, rows: readonly number[]): Corrected {
  const { matrix } = covariances(
    columns.map((column) => Float64Array.from(rows, (row) => column[row]!)),
    "listwise",
  );
  const all = [...columns.keys()];
  const [a, b] = [all.slice(0, split), all.slice(split)];
  const r = correlationFrom(covarianceOfSums(matrix, a, b), varianceOfSum(matrix, a), varianceOfSum(matrix, b));
  const first = settings.reliabilityFirst ?? alphaOf(matrix, a);
  const second = settings.reliabilitySecond ?? alphaOf(matrix, b);
  return { r, first, second, corrected: r / Math.sqrt(first * second) };
}

function alphaOf(matrix: Covariances["matrix"], items: readonly number[]): number {
  const k = items.length;
  const own = items.reduce((sum, j) => sum + matrix[j]![j]!, 0);
  return (k / (k - 1)) * (1 - own / varianceOfSum(matrix, items));
}

function refuseWithout({ r, first, second }: Corrected, a: number, b: number, settings: Settings): void {
  if ((a < 2 && settings.reliabilityFirst === null) || (b < 2 && settings.reliabilitySecond === null)) {
    refuse("scale/reliability-needed");
  }
  if (Number.isNaN(r)) refuse("scale/no-variance");
  if (!(first > 0 && second > 0)) refuse("reliability/not-positive");
}

function clustersOf({ codes }: Categories, rows: readonly number[]): number[][] {
  const groups = new Map<number, number[]>();
  for (const row of rows) groups.set(codes[row]!, [...(groups.get(codes[row]!) ?? []), row]);
  return [...groups.values()];
}

/** Draw i takes its units from random stream i. A draw in which something does not vary is left out. */
function bootstrap(
  chain: Chain,
  units: readonly (readonly number[])[],
  seed: number,
  { progress, signal }: Context,
): number[] {
  const { draws } = chain.settings;
  const found: number[] = [];
  for (let i = 0; i < draws; i++) {
    signal?.throwIfAborted();
    if (i % 100 === 0) progress?.(i, draws);
    const stream = randomStream(seed, i);
    const rows = units.flatMap(() => units[stream.integer(units.length)]!);
    const { corrected } = chainOf(chain, rows);
    if (Number.isFinite(corrected)) found.push(corrected);
  }
  return found.sort((a, b) => a - b);
}

function limitsOf(chain: Chain, units: readonly (readonly number[])[], whole: number, draws: readonly number[]) {
  const tail = (1 - chain.settings.confidenceLevel) / 2;
  if (draws.length < chain.settings.draws / 2) return { lower: null, upper: null };
  const at = (share: number) => finiteOrNull(quantile(draws, share, 7));
  if (chain.settings.interval === "percentile") return { lower: at(tail), upper: at(1 - tail) };
  const below = draws.filter((value) => value < whole).length + draws.filter((value) => value === whole).length / 2;
  const bias = normalQuantile(below / draws.length);
  const acceleration = accelerationOf(chain, units);
  const moved = (z: number) => normalLower(bias + (bias + z) / (1 - acceleration * (bias + z)));
  if (!Number.isFinite(bias)) return { lower: null, upper: null };
  return { lower: at(moved(normalQuantile(tail))), upper: at(moved(-normalQuantile(tail))) };
}

/** From leaving out each unit once. @see Efron (1987), eq. 6.6 */
function accelerationOf(chain: Chain, units: readonly (readonly number[])[]): number {
  const without = units.map(
    (_, left) =>
      chainOf(
        chain,
        units.flatMap((unit, i) => (i === left ? [] : unit)),
      ).corrected,
  );
  const mean = without.reduce((sum, value) => sum + value, 0) / without.length;
  const power = (p: number) => without.reduce((sum, value) => sum + (mean - value) ** p, 0);
  const acceleration = power(3) / (6 * power(2) ** 1.5);
  return Number.isFinite(acceleration) ? acceleration : 0;
}

function notesOf(
  { corrected }: Corrected,
  used: number,
  { seed, draws: asked }: Settings,
  dropped: number,
  total: number,
): Note[] {
  return notesWhen(
    [dropped > 0, "missing/listwise", { dropped, total }],
    [Math.abs(corrected) > 1, "disattenuated/beyond-one"],
    [seed === undefined, "interval/needs-seed"],
    [seed !== undefined && used < asked, "bootstrap/draws-left-out", { left: asked - used, asked }],
  );
}

export const disattenuatedCorrelationCard = defineStatistic({
  kind: "disattenuatedCorrelation",
  label: { en: "Correlation corrected for measurement error", nl: "Correlatie gecorrigeerd voor meetfout" },
  summary: {
    en: "What the correlation of two scales would be without measurement error.",
    nl: "Wat de correlatie van twee schalen zonder meetfout zou zijn.",
  },
  input,
  options,
  result,
  run: disattenuatedCorrelation,
  tidy: ({ r, corrected, lower, upper, reliabilityFirst, reliabilitySecond, sample }) => [
    { term: "r", estimate: r, n: sample.used },
    { term: "corrected", estimate: corrected, lower, upper, n: sample.used },
    { term: "reliabilityFirst", estimate: reliabilityFirst },
    { term: "reliabilitySecond", estimate: reliabilitySecond },
  ],
  glance: ({ r, corrected, lower, upper, sample }) => ({ r, estimate: corrected, lower, upper, n: sample.used }),
  composes: [],
  charts: [],
  source: "Spearman (1904); Efron (1987)",
  example: {
    data: {
      first: { talks: [1, 2, 3, 4, 5, 4, 2, 3], asks: [2, 2, 4, 4, 5, 5, 1, 3], listens: [1, 3, 3, 5, 4, 4, 2, 2] },
      second: { tries: [2, 2, 3, 4, 5, 3, 2, 4], reads: [1, 3, 3, 4, 4, 5, 3, 2] },
    },
    options: { seed: 1, draws: 200 },
  },
});
