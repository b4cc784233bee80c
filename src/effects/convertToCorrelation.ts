import { z } from "zod";
import { type Problem, refuse, refuseAll } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve } from "../foundation/options.ts";
import { type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { labelColumn, numberColumn, read } from "../table/input.ts";
import { conversionProblems } from "./checkConversion.ts";
import {
  type Converted,
  derivation,
  KINDS,
  type MixedRow,
  STATISTICS,
  type StatisticColumn,
  statisticOf,
} from "./conversion.ts";
import { convertRow, DIFFERENCE_FORMULAS } from "./convertRow.ts";

const optional = (en: string, nl: string) => numberColumn({ en, nl }).optional();

const input = z.strictObject({
  r: optional("correlations", "correlaties"),
  t: optional("t values", "t-waarden"),
  F: optional("F values with 1 degree of freedom in the numerator", "F-waarden met 1 vrijheidsgraad in de teller"),
  chi2: optional("chi-squares with 1 degree of freedom", "chi-kwadraten met 1 vrijheidsgraad"),
  p: optional("two-sided p-values", "tweezijdige p-waarden"),
  d: optional("standardized mean differences", "gestandaardiseerde verschillen van gemiddelden"),
  oddsRatio: optional("odds ratios, not their logarithms", "odds-ratio's, niet de logaritmen ervan"),
  beta: optional("standardized regression coefficients", "gestandaardiseerde regressiecoëfficiënten"),
  df: optional("degrees of freedom of t, or of the denominator of F", "vrijheidsgraden van t, of van de noemer van F"),
  n: optional("sample sizes", "steekproefgroottes"),
  n1: optional("size of the first group", "grootte van de eerste groep"),
  n2: optional("size of the second group", "grootte van de tweede groep"),
  direction: optional("1 or -1: which way the association goes", "1 of -1: welke kant het verband op gaat"),
  study: labelColumn({ en: "names of the studies", nl: "namen van de studies" }).optional(),
});

const options = z.strictObject({
  difference: described(z.enum(DIFFERENCE_FORMULAS).default("exact"), {
    en: "how d becomes r: exact, as from the t test of the same data, or the formula for large samples",
    nl: "hoe d een r wordt: exact, zoals uit de t-toets van dezelfde gegevens, of de formule voor grote steekproeven",
  }),
});

const effect = z.strictObject({
  study: z.string(),
  row: z.int(),
  r: z.number(),
  samplingVariance: z.number(),
  n: z.number(),
  kind: z.enum(KINDS),
  derivation,
});

const result = resultSchema("convertToCorrelation", options, { effects: z.array(effect) });

export type ConvertToCorrelation = z.output<typeof result>;

const SHARE_OF_BETAS = 0.2;

/**
 * Correlations from a sheet on which every study reports something else, each with the way it was made.
 * @param data any of `r`, `t`, `F` (1 degree of freedom), `chi2` (1 degree of freedom), `p` (two-sided), `d`,
 *   `oddsRatio`, `beta`; with `n`, or `n1` and `n2` for two groups, or `df` for t and F; `direction` 1 or -1, needed
 *   for F, chi2 and p; a row uses the first of r, t, F, d, chi2, oddsRatio, beta, p that it has
 * @param given how d becomes r: `exact` or `largeSample`
 * @returns `effects`: per row r, its sampling variance, n, the kind of correlation, and its derivation: the columns,
 *   the formulas, their source, and what had to be assumed
 * @throws convert/nothing; all rows at once: convert/needs, convert/needs-direction, convert/direction-conflict,
 *   convert/group-sizes, convert/not-a-correlation and the bounds of the columns
 * @see Rosenthal (1994); Borenstein et al. (2009), ch. 7; Peterson & Brown (2005); Jacobs & Viechtbauer (2017)
 * @example convertToCorrelation({ t: [2], n: [98] }).effects[0].r // 0.2
 */
export function convertToCorrelation(
  data: Given<typeof input>,
  given: Given<typeof options> = {},
): ConvertToCorrelation {
  const { study, ...columns } = read(input, data);
  const { difference } = resolve(options, given);
  if (STATISTICS.every((name) => columns[name] === undefined))
    refuse("convert/nothing", { known: STATISTICS.join(", ") });
  const rows = rowsOf(columns);
  const reporting = rows.flatMap(({ row, values }) => {
    const statistic = statisticOf(values);
    return statistic === null ? [] : [{ row, values, statistic }];
  });
  if (reporting.length === 0) refuse("data/too-few", { needed: 1, unit: "effects", found: 0 });
  refuseAll(reporting.flatMap(({ row, values, statistic }) => conversionProblems(values, statistic, row)));
  const effects = reporting.map(({ row, values, statistic }) => ({
    study: study?.[row - 1] ?? String(row),
    row,
    ...convertRow(values, statistic, difference),
  }));
  refuseAll(effects.filter(({ r }) => !(Math.abs(r) < 1)).map(notACorrelation));
  const several = reporting.filter(({ values }) => countOf(values) > 1).length;
  return {
    kind: "convertToCorrelation",
    options: { difference },
    sample: { unit: "effect", used: effects.length, dropped: rows.length - effects.length, missing: 0 },
    notes: notesOf(effects, rows.length, several),
    effects,
  };
}

type Columns = Omit<Resolved<typeof input>, "study">;
const COLUMNS = [...STATISTICS, "df", "n", "n1", "n2", "direction"] as const;

function rowsOf(columns: Columns): { row: number; values: MixedRow }[] {
  const total = Object.values(columns).find((column) => column !== undefined)?.length ?? 0;
  return Array.from({ length: total }, (_, i) => ({
    row: i + 1,
    values: Object.fromEntries(COLUMNS.map((name) => [name, columns[name]?.[i] ?? Number.NaN])) as unknown as MixedRow,
  }));
}

function countOf(values: MixedRow): number {
  return STATISTICS.filter((name: StatisticColumn) => !Number.isNaN(values[name])).length;
}

function notACorrelation({
  row,
  derivation: { statistic },
}: {
  row: number;
  derivation: Converted["derivation"];
}): Problem {
  return { code: "convert/not-a-correlation", values: { statistic }, location: { row, column: statistic } };
}

function notesOf(effects: readonly Converted[], rows: number, several: number): Note[] {
  const used = effects.length;
  const assuming = (assumption: Converted["derivation"]["assumptions"][number]) =>
    effects.filter(({ derivation: { assumptions } }) => assumptions.includes(assumption)).length;
  const ofKind = (kind: Converted["kind"]) => effects.filter((one) => one.kind === kind).length;
  const kinds = KINDS.filter((kind) => ofKind(kind) > 0);
  const betas = ofKind("beta");
  return notesWhen(
    [used < rows, "convert/empty", { dropped: rows - used, total: rows }],
    [several > 0, "convert/several", { count: several, order: STATISTICS.join(", ") }],
    [kinds.length > 1, "convert/mixed", { kinds: kinds.map((kind) => `${kind} ${ofKind(kind)}`).join(", ") }],
    [betas > 0, "convert/beta", { count: betas, total: used }],
    [betas > SHARE_OF_BETAS * used, "convert/many-betas", { count: betas, total: used }],
    [assuming("beyond range") > 0, "convert/beta-range", { count: assuming("beyond range") }],
    [assuming("equal groups") > 0, "convert/equal-groups", { count: assuming("equal groups") }],
    [ofKind("odds ratio") > 0, "convert/odds-ratio", { count: ofKind("odds ratio") }],
  );
}

export const convertToCorrelationCard = defineStatistic({
  kind: "convertToCorrelation",
  label: { en: "Conversion to correlations", nl: "Omrekening naar correlaties" },
  summary: {
    en: "Correlations from t, F, chi-square, p, d, odds ratios and betas, each with its derivation.",
    nl: "Correlaties uit t, F, chi-kwadraat, p, d, odds-ratio's en bèta's, elk met de afleiding erbij.",
  },
  input,
  options,
  result,
  run: convertToCorrelation,
  tidy: ({ effects }) =>
    effects.map(({ study, r, n, samplingVariance, derivation: { statistic, source } }) => ({
      ...{ term: study, r, n, samplingVariance, method: statistic, source },
    })),
  glance: ({ effects }) => ({ k: effects.length, n: effects.reduce((sum, { n }) => sum + n, 0) }),
  composes: [],
  charts: [],
  source: "Rosenthal (1994); Borenstein et al. (2009); Peterson & Brown (2005); Jacobs & Viechtbauer (2017)",
  example: {
    data: {
      study: ["Adams", "Bakker", "Chen", "Dekker"],
      r: [0.26, null, null, null],
      t: [null, 2.4, null, null],
      d: [null, null, 0.5, null],
      p: [null, null, null, 0.03],
      n: [120, 85, null, 60],
      n1: [null, null, 40, null],
      n2: [null, null, 60, null],
      direction: [null, null, null, 1],
    },
  },
});
