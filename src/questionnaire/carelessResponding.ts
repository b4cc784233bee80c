import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve } from "../foundation/options.ts";
import { available, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { numberColumn, numberColumns, read } from "../table/input.ts";
import { answerScaleOptions, keyedColumns } from "./answerScale.ts";
import {
  duplicateRows,
  evenOddConsistency,
  individualVariability,
  longestRun,
  mahalanobisRows,
} from "./carelessIndices.ts";

const input = z.strictObject({
  items: numberColumns({ en: "the items in the order they were asked", nl: "de items in de gevraagde volgorde" }, 2),
  seconds: numberColumn({ en: "time taken, in seconds", nl: "tijd voor het invullen, in seconden" }).optional(),
});

const threshold = (schema: z.ZodType<number>) => schema.nullable();

const options = z.strictObject({
  longestRun: described(threshold(z.int().min(2)).default(null), {
    en: "flag so many equal answers in a row; half of the items when left out",
    nl: "markeer zoveel gelijke antwoorden achter elkaar; de helft van de items als het openblijft",
  }),
  variability: described(threshold(z.number().min(0)).default(0), {
    en: "flag a standard deviation over a respondent's answers of at most this",
    nl: "markeer een standaarddeviatie over de antwoorden van één respondent van hoogstens dit",
  }),
  mahalanobis: described(threshold(z.number().gt(0).lt(1)).default(0.001), {
    en: "flag an answer pattern as unusual below this p",
    nl: "markeer een antwoordpatroon als ongewoon onder deze p",
  }),
  evenOdd: described(threshold(z.number().min(-1).max(1)).default(0.3), {
    en: "flag an even-odd consistency below this; needs scaleSizes",
    nl: "markeer een even-oneven-consistentie hieronder; vraagt scaleSizes",
  }),
  missingShare: described(threshold(z.number().gt(0).max(1)).default(0.5), {
    en: "flag so large a share of items without an answer",
    nl: "markeer zo'n groot aandeel items zonder antwoord",
  }),
  secondsPerItem: described(threshold(z.number().gt(0)).default(2), {
    en: "flag fewer seconds per item answered",
    nl: "markeer minder seconden per beantwoord item",
  }),
  scaleSizes: described(z.array(z.int().min(1)).default([]), {
    en: "number of items of each scale, in the order of the items",
    nl: "aantal items van elke schaal, in de volgorde van de items",
  }),
  ...answerScaleOptions,
});

const FLAGS = [
  "duplicate",
  "longestRun",
  "variability",
  "mahalanobis",
  "evenOdd",
  "missingShare",
  "secondsPerItem",
] as const;
type Flag = (typeof FLAGS)[number];

const respondent = z.strictObject({
  row: z.int(),
  duplicate: z.boolean(),
  longestRun: z.int(),
  variability: available,
  mahalanobis: available,
  pMahalanobis: available,
  evenOdd: available,
  missingShare: z.number(),
  secondsPerItem: available,
  flags: z.array(z.enum(FLAGS)),
});

const result = resultSchema("carelessResponding", options, {
  respondents: z.array(respondent),
  flags: z.array(z.strictObject({ flag: z.enum(FLAGS), checked: z.int(), flagged: z.int() })),
  flagged: z.int(),
});

type Settings = Resolved<typeof options>;
type Respondent = z.output<typeof respondent>;
export type CarelessResponding = z.output<typeof result>;

/**
 * Signs that a respondent did not read the questions: the same answers as another, long runs of one answer, hardly any
 * variation, an unusual pattern, inconsistent answers within scales, many gaps, too little time. Flags with reasons:
 * nobody is left out, and every threshold is a convention.
 * @param data `items` in the order asked, one value per respondent; `seconds` (optional): time taken; null is missing
 * @param given thresholds (null switches a check off); scaleSizes, reversed, minimum and maximum for the even-odd check
 * @returns per respondent the indices and flags; counts per flag. Mahalanobis' distance needs complete rows; even-odd
 * needs three scales of two items. A missing answer ends a run
 * @throws option/invalid when the scale sizes do not add up to the items; data/outside-range, option/needed for reversal
 * @see Meade & Craig (2012); Curran (2016); Dunn et al. (2018); Huang et al. (2012). Reference: package careless
 * @example carelessResponding({ items: { a: [3, 1], b: [3, 5], c: [3, 2] } }).respondents.map(({ flags }) => flags) // [["longestRun", "variability"], []]
 */
export function carelessResponding(data: Given<typeof input>, given: Given<typeof options> = {}): CarelessResponding {
  const { items, seconds } = read(input, data);
  const settings = resolve(options, given);
  const keyed = keyedColumns(items, settings);
  refuseSizes(settings.scaleSizes, keyed.length);
  const { columns, rows } = items;
  const indices = indicesOf({ columns, keyed, rows, seconds }, settings.scaleSizes);
  const respondents = indices.map((one) => ({ ...one, flags: FLAGS.filter((flag) => isFlagged(one, flag, settings, columns.length)) })); // biome-ignore format: one line a respondent
  const missing = columns.reduce((sum, column) => sum + column.filter((value) => Number.isNaN(value)).length, 0);
  const flagged = respondents.filter(({ flags }) => flags.length > 0).length;
  const distances = respondents.filter(({ mahalanobis }) => mahalanobis !== null).length;
  return {
    kind: "carelessResponding",
    options: settings,
    sample: { unit: "respondent", used: rows, dropped: 0, missing },
    notes: notesWhen(
      [true, "careless/no-action"],
      [distances < rows, "careless/no-distance", { count: rows - distances, total: rows }],
      [settings.scaleSizes.filter((size) => size > 1).length < 3, "careless/no-even-odd"],
    ),
    respondents,
    flags: FLAGS.map((flag) => ({
      flag,
      checked: respondents.filter((one) => isChecked(one, flag, settings)).length,
      flagged: respondents.filter(({ flags }) => flags.includes(flag)).length,
    })),
    flagged,
  };
}

function refuseSizes(sizes: readonly number[], items: number): void {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (sizes.length > 0 && total !== items) refuse("option/invalid", { option: "scaleSizes", expected: `sum ${items}` });
}

interface Answers {
  readonly columns: readonly Float64Array[];
  readonly keyed: readonly Float64Array[];
  readonly rows: number;
  readonly seconds: Float64Array | undefined;
}

function indicesOf({ columns, keyed, rows, seconds }: Answers, sizes: readonly number[]) {
  const duplicates = duplicateRows(columns);
  const distances = mahalanobisRows(columns);
  return Array.from({ length: rows }, (_, i) => {
    const answers = columns.map((column) => column[i]!);
    const answered = answers.filter((answer) => !Number.isNaN(answer)).length;
    const time = seconds?.[i] ?? Number.NaN;
    const consistency = keyed.map((column) => column[i]!);
    return {
      row: i + 1,
      duplicate: duplicates[i]!,
      longestRun: longestRun(answers),
      variability: individualVariability(answers),
      mahalanobis: distances?.[i]?.distance ?? null,
      pMahalanobis: distances?.[i]?.pValue ?? null,
      evenOdd: evenOddConsistency(consistency, sizes),
      missingShare: 1 - answered / answers.length,
      secondsPerItem: Number.isNaN(time) || answered === 0 ? null : time / answered,
    };
  });
}

type Indices = Omit<Respondent, "flags">;

/** Whether an index is beyond its threshold, told for a respondent and a threshold that are there. */
const BEYOND: Record<Flag, (one: Indices, threshold: number) => boolean> = {
  duplicate: (one) => one.duplicate,
  longestRun: (one, least) => one.longestRun >= least,
  variability: (one, most) => one.variability! <= most,
  mahalanobis: (one, p) => one.pMahalanobis! < p,
  evenOdd: (one, least) => one.evenOdd! < least,
  missingShare: (one, least) => one.missingShare >= least,
  secondsPerItem: (one, least) => one.secondsPerItem! < least,
};

function isChecked(one: Indices, flag: Flag, settings: Settings): boolean {
  if (flag === "duplicate" || flag === "longestRun") return true;
  return settings[flag] !== null && one[flag] !== null;
}

function isFlagged(one: Indices, flag: Flag, settings: Settings, items: number): boolean {
  if (!isChecked(one, flag, settings)) return false;
  const half = Math.max(2, Math.ceil(items / 2));
  const limit = flag === "duplicate" ? 0 : (settings[flag] ?? half);
  return BEYOND[flag](one, limit);
}

export const carelessRespondingCard = defineStatistic({
  kind: "carelessResponding",
  label: { en: "Careless responding", nl: "Onzorgvuldig invullen" },
  summary: {
    en: "Signs that respondents did not read the questions, with reasons; nobody is left out.",
    nl: "Tekenen dat respondenten de vragen niet lazen, met redenen; niemand valt af.",
  },
  input,
  options,
  result,
  run: carelessResponding,
  tidy: ({ flags, sample }) =>
    flags.map(({ flag: term, checked: n, flagged: k }) => ({ term, n, k, share: n === 0 ? null : k / sample.used })),
  glance: ({ sample, flagged }) => ({ n: sample.used, missing: sample.missing, k: flagged }),
  composes: [],
  charts: [],
  source: "Meade & Craig (2012); Curran (2016); Dunn, Heggestad, Shanock & Theilgard (2018); Huang et al. (2012)",
  example: {
    data: {
      items: {
        expect1: [3, 1, 4, 2, 3, 5, 2],
        expect2: [3, 2, 4, 1, 3, 4, 3],
        talk1: [3, 4, 5, 2, 3, 4, 1],
        talk2: [3, 5, 4, 3, 3, 5, 2],
      },
      seconds: [4, 31, 40, 28, 35, null, 52],
    },
  },
});
