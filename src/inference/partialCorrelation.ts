import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { adjustPValues } from "../numeric/adjustPValues.ts";
import { leastSquares } from "../numeric/leastSquares.ts";
import { fromColumns } from "../numeric/matrices.ts";
import { normalUpperQuantile } from "../numeric/normal.ts";
import { pearson } from "../numeric/pearson.ts";
import { studentTUpper } from "../numeric/studentT.ts";
import { univariate } from "../numeric/univariate.ts";
import { numberColumns, read } from "../table/input.ts";

const input = z.strictObject({
  variables: numberColumns({ en: "what to correlate", nl: "wat te correleren" }, 2),
  control: numberColumns({ en: "what is held constant", nl: "wat constant wordt gehouden" }),
});

const options = z.strictObject({
  type: described(z.enum(["partial", "semipartial"]).default("partial"), {
    en: "partial: the control is taken out of both variables; semipartial: out of the second one only",
    nl: "partial: de controle gaat uit beide variabelen; semipartial: alleen uit de tweede",
  }),
  confidenceLevel: shared.confidenceLevel,
  adjust: shared.adjust,
});

const pair = z.strictObject({
  x: z.string(),
  y: z.string(),
  r: available,
  lower: available,
  upper: available,
  n: z.int(),
  df: available,
  statistic: available,
  pValue: available,
  adjustedPValue: available,
});

const result = resultSchema("partialCorrelation", options, {
  variables: z.array(z.string()),
  control: z.array(z.string()),
  pairs: z.array(pair),
});

type Settings = Resolved<typeof options>;
type Found = z.output<typeof pair>;
export type PartialCorrelation = z.output<typeof result>;

/** What is left of a variable below this share of its spread is rounding. */
const NOTHING_LEFT = 1e-12;

/**
 * How strongly numbers go together when others are held constant: the correlation of what a regression on the control
 * leaves over, of both variables (partial) or of the second one only (semipartial). Rows with a missing value are left out.
 * @param data `variables` to correlate two by two; `control`: what is held constant
 * @param given partial (default) or semipartial; level of the intervals; correction of p over the pairs
 * @returns r from -1 to 1; null with a note where the control leaves nothing over
 * @throws data/too-few when there are not more rows than control variables and two
 * @see Cohen, Cohen, West & Aiken (2003), section 3.3; df = n - 2 - q, interval by Fisher's z with n - 3 - q.
 * Reference: ppcor::pcor, ppcor::spcor
 * @example partialCorrelation({ variables: { a: [1, 2, 3, 4, 5], b: [2, 1, 4, 3, 6] }, control: { c: [1, 1, 2, 2, 9] } }).pairs[0].df // 2
 */
export function partialCorrelation(data: Given<typeof input>, given: Given<typeof options> = {}): PartialCorrelation {
  const { variables, control } = read(input, data);
  const settings = resolve(options, given);
  const columns = [...variables.columns, ...control.columns];
  const rows = Array.from({ length: variables.rows }, (_, i) => i).filter((i) =>
    columns.every((column) => !Number.isNaN(column[i]!)),
  );
  const needed = control.names.length + 3;
  if (rows.length < needed) refuse("data/too-few", { needed, unit: "rows", found: rows.length });
  const take = (column: Float64Array) => Float64Array.from(rows, (i) => column[i]!);
  const held = fromColumns([new Float64Array(rows.length).fill(1), ...control.columns.map(take)]);
  const whole = variables.columns.map(take);
  const left = whole.map((column) => remainderOf(column, held));
  const df = rows.length - 2 - control.names.length;
  const unadjusted = pairsOf(variables.names, settings.type).map(([i, j]) => {
    const x = settings.type === "partial" ? left[i]! : whole[i]!;
    const found = { x: variables.names[i]!, y: variables.names[j]!, n: rows.length };
    return { ...found, ...figuresOf(pearson(x, left[j]!), df, settings.confidenceLevel) };
  });
  const p = adjustPValues(
    unadjusted.map(({ pValue }) => pValue),
    settings.adjust,
  );
  const pairs = unadjusted.map((one, k) => ({ ...one, adjustedPValue: p[k]! }));
  return {
    kind: "partialCorrelation",
    options: settings,
    sample: {
      unit: "respondent",
      used: rows.length,
      dropped: variables.rows - rows.length,
      missing: columns.reduce((sum, column) => sum + column.filter((value) => Number.isNaN(value)).length, 0),
    },
    notes: notesOf(pairs, variables.rows - rows.length, variables.rows),
    variables: [...variables.names],
    control: [...control.names],
    pairs,
  };
}

/** Every two variables once; a semipartial correlation depends on which of them is controlled. */
function pairsOf(names: readonly string[], type: Settings["type"]): [number, number][] {
  return names.flatMap((_, i) =>
    names.flatMap((_, j): [number, number][] => (j > i || (type === "semipartial" && j !== i) ? [[i, j]] : [])),
  );
}

/** What the control leaves over of a variable: zeros when that is only rounding. */
function remainderOf(column: Float64Array, held: ReturnType<typeof fromColumns>): Float64Array {
  const { residuals } = leastSquares(held, column);
  const left = univariate(residuals).sumSquares;
  return left > NOTHING_LEFT ** 2 * univariate(column).sumSquares
    ? Float64Array.from(residuals)
    : residuals.map(() => 0);
}

function figuresOf(found: number, df: number, level: number): Omit<Found, "x" | "y" | "n" | "adjustedPValue"> {
  const absent = { lower: null, upper: null, df: null, statistic: null, pValue: null };
  if (Number.isNaN(found)) return { r: null, ...absent };
  const statistic = found * Math.sqrt(df / ((1 - found) * (1 + found)));
  const half = normalUpperQuantile((1 - level) / 2) / Math.sqrt(df - 1);
  const limit = (step: number) => (df > 1 ? finiteOrNull(Math.tanh(Math.atanh(found) + step)) : null);
  return {
    r: found,
    lower: limit(-half),
    upper: limit(half),
    df,
    statistic: finiteOrNull(statistic),
    pValue: finiteOrNull(2 * studentTUpper(Math.abs(statistic), df)),
  };
}

function notesOf(pairs: readonly Found[], dropped: number, total: number): Note[] {
  return [
    ...notesWhen([dropped > 0, "missing/listwise", { dropped, total }]),
    ...pairs.filter(({ r }) => r === null).map(({ x, y }) => note("partial/nothing-left", { x, y })),
  ];
}

export const partialCorrelationCard = defineStatistic({
  kind: "partialCorrelation",
  label: { en: "Partial and semipartial correlations", nl: "Partiële en semipartiële correlaties" },
  summary: {
    en: "How strongly numbers go together when others are held constant.",
    nl: "Hoe sterk getallen samenhangen als andere constant worden gehouden.",
  },
  input,
  options,
  result,
  run: partialCorrelation,
  tidy: ({ pairs, options: { type } }) =>
    pairs.map(({ x, y, ...rest }) => ({ term: x, with: y, ...rest, method: type })),
  glance: ({ variables, control, sample }) => ({
    n: sample.used,
    k: variables.length + control.length,
    missing: sample.missing,
  }),
  composes: [],
  charts: ["correlationHeatMap"],
  source: "Cohen, Cohen, West & Aiken (2003)",
  example: {
    data: {
      variables: { involvement: [2, 3, 4, 5, 3, 4, 2, 5, 4], grade: [5.5, 6, 7, 8, 7.5, 7, 6, 6.5, 9] },
      control: { education: [1, 2, 2, 3, 1, 3, 2, 2, 3] },
    },
  },
});
