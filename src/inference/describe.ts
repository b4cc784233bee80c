import { z } from "zod";
import { note, notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { quantiles } from "../numeric/quantile.ts";
import { studentTUpperQuantile } from "../numeric/studentT.ts";
import { type Univariate, univariate } from "../numeric/univariate.ts";
import { type Categories, categoryColumn, type NumberColumns, numberColumns, read } from "../table/input.ts";
import { splitByGroup } from "../table/splitByGroup.ts";
import { kurtosisOf, skewnessOf } from "./shape.ts";

const input = z.strictObject({
  variables: numberColumns({ en: "what to describe", nl: "wat te beschrijven" }),
  group: categoryColumn({ en: "describe each group apart", nl: "beschrijf elke groep apart" }).optional(),
});

const options = z.strictObject({
  confidenceLevel: shared.confidenceLevel,
  quantileType: described(z.union([z.literal(7), z.literal(6)]).default(7), {
    en: "definition of the quartiles: 7 as R and Excel, 6 as SPSS",
    nl: "definitie van de kwartielen: 7 als R en Excel, 6 als SPSS",
  }),
  skewness: described(z.enum(["G1", "g1", "b1"]).default("G1"), {
    en: "definition of skewness and kurtosis: G1 as SPSS and Excel, g1 of the moments, b1 as psych",
    nl: "definitie van scheefheid en kurtosis: G1 als SPSS en Excel, g1 van de momenten, b1 als psych",
  }),
});

const description = z.strictObject({
  variable: z.string(),
  group: z.string().nullable(),
  n: z.int(),
  missing: z.int(),
  mean: available,
  standardDeviation: available,
  standardError: available,
  lower: available,
  upper: available,
  median: available,
  firstQuartile: available,
  thirdQuartile: available,
  minimum: available,
  maximum: available,
  skewness: available,
  kurtosis: available,
});

const result = resultSchema("describe", options, { variables: z.array(description) });

type Settings = Resolved<typeof options>;
type Description = z.output<typeof description>;
export type Describe = z.output<typeof result>;

/**
 * What a column of numbers looks like: how many, mean with its t interval, spread, quartiles, extremes and shape, for
 * everyone or for each group.
 * @param data `variables`: named columns; null or NaN is missing. `group` (optional): rows without one are left out
 * @param given level of the interval; definition of the quartiles and of skewness (G1 comes with kurtosis G2)
 * @returns one row per variable and group; null where there are too few values or nothing varies, with a note
 * @throws input/..., data/not-a-number, data/not-finite, data/empty
 * @see Hyndman & Fan (1996) for quartiles, Joanes & Gill (1998) for skewness. Reference: psych::skew, psych::kurtosi
 * @example describe({ variables: { hours: [1, 2, 4, null, 5] } }).variables[0].upper // 5.90516271575
 */
export function describe(data: Given<typeof input>, given: Given<typeof options> = {}): Describe {
  const { variables, group } = read(input, data);
  const settings = resolve(options, given);
  const rows = variables.names.flatMap((variable, j) =>
    describeColumn(variable, variables.columns[j]!, group, settings),
  );
  const used = rowsDescribed(variables, group);
  const grouped = group ? group.codes.reduce((count, code) => count + Number(code >= 0), 0) : variables.rows;
  return {
    kind: "describe",
    options: settings,
    sample: {
      unit: "respondent",
      used,
      dropped: variables.rows - used,
      missing: rows.reduce((sum, { missing }) => sum + missing, 0),
    },
    notes: [
      ...notesWhen([
        grouped < variables.rows,
        "group/missing",
        { dropped: variables.rows - grouped, total: variables.rows },
      ]),
      ...rows.flatMap(notesOf),
    ],
    variables: rows,
  };
}

function describeColumn(
  variable: string,
  values: Float64Array,
  group: Categories | undefined,
  settings: Settings,
): Description[] {
  if (!group) return [describeValues(variable, null, values, settings)];
  return splitByGroup(values, group).map((part, g) => describeValues(variable, group.levels[g]!, part, settings));
}

function describeValues(variable: string, group: string | null, values: Float64Array, settings: Settings): Description {
  const moments = univariate(values);
  const { n, missing, mean, min, max } = moments;
  const present = values.filter((value) => !Number.isNaN(value));
  const [firstQuartile, median, thirdQuartile] = quantiles(present, [0.25, 0.5, 0.75], settings.quantileType);
  return {
    variable,
    group,
    n,
    missing,
    mean: finiteOrNull(mean),
    ...spread(moments, settings.confidenceLevel),
    median: finiteOrNull(median!),
    firstQuartile: finiteOrNull(firstQuartile!),
    thirdQuartile: finiteOrNull(thirdQuartile!),
    minimum: finiteOrNull(min),
    maximum: finiteOrNull(max),
    skewness: finiteOrNull(skewnessOf(moments, settings.skewness)),
    kurtosis: finiteOrNull(kurtosisOf(moments, settings.skewness)),
  };
}

/** Standard deviation, standard error of the mean and its t interval; needs two values. */
function spread({ n, mean, sumSquares }: Univariate, level: number) {
  if (n < 2) return { standardDeviation: null, standardError: null, lower: null, upper: null };
  const standardDeviation = Math.sqrt(sumSquares / (n - 1));
  const standardError = standardDeviation / Math.sqrt(n);
  const half = studentTUpperQuantile((1 - level) / 2, n - 1) * standardError;
  return { standardDeviation, standardError, lower: mean - half, upper: mean + half };
}

/** Rows with a group and at least one value. */
function rowsDescribed({ columns, rows }: NumberColumns, group: Categories | undefined): number {
  let count = 0;
  for (let i = 0; i < rows; i++) {
    const grouped = !group || group.codes[i]! >= 0;
    if (grouped && columns.some((column) => !Number.isNaN(column[i]!))) count += 1;
  }
  return count;
}

function notesOf({ variable, group, n, standardDeviation, kurtosis }: Description): Note[] {
  const column = group === null ? variable : `${variable} (${group})`;
  if (n < 2) return [note("column/too-few", { column, n })];
  if (standardDeviation === 0) return [note("column/no-spread", { column })];
  return notesWhen([kurtosis === null, "column/no-shape", { column, n }]);
}

export const describeCard = defineStatistic({
  kind: "describe",
  label: { en: "Descriptives", nl: "Beschrijvende statistiek" },
  summary: {
    en: "How many, how high, how spread and how skewed: per variable and group.",
    nl: "Hoeveel, hoe hoog, hoe gespreid en hoe scheef: per variabele en groep.",
  },
  input,
  options,
  result,
  run: describe,
  tidy: ({ variables }) =>
    variables.map(({ variable, group, ...rest }) => ({
      term: variable,
      ...(group === null ? {} : { group }),
      ...rest,
    })),
  glance: ({ variables, sample }) => ({
    n: sample.used,
    k: new Set(variables.map(({ variable }) => variable)).size,
    missing: sample.missing,
  }),
  composes: [],
  charts: [],
  source: "Hyndman & Fan (1996); Joanes & Gill (1998)",
  example: {
    data: {
      variables: { involvement: [2.5, 3, 3.5, 4, 2, 3.5], grade: [6, 6.5, 7, 8, 5.5, null] },
      group: ["parent", "parent", "teacher", "teacher", "parent", "teacher"],
    },
  },
});
