import { z } from "zod";
import { shared } from "../foundation/options.ts";
import type { Text } from "../foundation/phrases.ts";

const both = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) });

/** A text in both languages; one plain text stands for both. */
export const studyText = z
  .union([z.string().min(1), both])
  .transform((given): Text => (typeof given === "string" ? { nl: given, en: given } : given))
  .meta({ description: "A text: { nl, en }, or one text for both languages." });

const NO_REASON: Text = { nl: "ontbrekend", en: "missing" };

const numberText = z.string().regex(/^-?\d+(\.\d+)?$/);

const missingCodes = z
  .union([z.array(z.number()), z.record(numberText, studyText)])
  .transform((given) =>
    Array.isArray(given) ? Object.fromEntries(given.map((code) => [String(code), NO_REASON])) : given,
  )
  .meta({ description: "Numbers that stand for no answer: [9, 99], or { 9: { nl: weet niet, en: don't know } }." });

const codes = z
  .record(z.string(), z.number())
  .meta({ description: "The number of every text in the column: { yes: 1, no: 0 }." });

const dataName = z.string().meta({ description: "Name of a data set; may be left out when there is only one." });

const measures = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform((given): readonly string[] => (typeof given === "string" ? [given] : given))
  .meta({
    description: "The theory component it measures, as framework/component: fan_chen/expectations; or a list of them.",
  });

const dataFile = z.strictObject({
  file: z.string().min(1).meta({ description: "File, seen from the folder of the study file." }),
  role: z.enum(["parent", "teacher", "pupil", "school", "other"]).meta({ description: "Who answered." }),
  label: studyText.optional(),
  id: z.string().optional().meta({ description: "Column with the respondent's id; ids must be unique." }),
  delimiter: z.string().length(1).optional().meta({ description: "Column separator; found by itself when left out." }),
  decimal: z.enum([",", "."]).optional().meta({ description: "Decimal sign; found by itself when left out." }),
  sheet: z.string().optional().meta({ description: "Sheet of an Excel file; the first when left out." }),
  missing: missingCodes.default({}),
});

const link = z.strictObject({
  from: z.string().meta({ description: "data.column that refers, e.g. parents.teacher_id." }),
  to: z.string().meta({ description: "data.column it refers to, unique there." }),
});

const group = z
  .union([
    z.string().min(1),
    z.strictObject({
      column: z.string().min(1),
      label: studyText.optional(),
      labels: z.record(z.string(), studyText).default({}),
    }),
  ])
  .transform((given) => (typeof given === "string" ? { column: given, labels: {} } : given))
  .meta({ description: "Column with the group of a row; labels name its levels." });

const answerScale = z.strictObject({
  minimum: z
    .number()
    .meta({ description: "Lowest answer; reversal uses these declared bounds, not the observed ones." }),
  maximum: z.number().meta({ description: "Highest answer." }),
  labels: z
    .record(numberText, studyText)
    .default({})
    .meta({ description: "What the answers say: { 1: never, 4: always }." }),
  missing: missingCodes.default({}),
  codes: codes.default({}),
});

const item = z.strictObject({
  data: dataName.optional(),
  column: z.string().optional().meta({ description: "Its column; the item's own name when left out." }),
  label: studyText.meta({ description: "The question, or a short form of it." }),
  answerScale: z.string().optional().meta({ description: "Name of an answer scale; without one any number is right." }),
  reversed: z.boolean().default(false).meta({ description: "true: worded the other way round, so it is turned over." }),
  measures: measures.optional(),
});

const scale = z.strictObject({
  label: studyText,
  items: z.array(z.string()).min(1).meta({ description: "Names of items, all of one data set." }),
  score: z.enum(["mean", "sum"]).default("mean").meta({ description: "Mean or sum of the answers." }),
  minimumAnswered: z
    .number()
    .gt(0)
    .max(1)
    .default(0.8)
    .meta({ description: "Share of the items that must be answered for a score." }),
  measures: measures.optional(),
});

const outcome = z.strictObject({
  data: dataName.optional(),
  column: z.string().optional().meta({ description: "Its column; the outcome's own name when left out." }),
  label: studyText,
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  missing: missingCodes.default({}),
  codes: codes.default({}),
});

const analysis = z.strictObject({
  label: studyText.optional(),
  data: dataName.optional(),
  predictors: z.array(z.string()).min(1).meta({ description: "Names of scales, items or outcomes." }),
  outcomes: z.array(z.string()).min(1).meta({ description: "Names of scales, items or outcomes." }),
  byGroup: z.boolean().default(false).meta({ description: "true: also within every group of the data set." }),
  adjust: shared.adjust,
});

export const studySource = z.strictObject({
  citation: z.string().min(1),
  licence: z.string().optional(),
  url: z.string().optional(),
  note: studyText.optional(),
});

/** What a study file may say. Names (of data sets, items, scales ...) are the keys. */
export const studyFile = z.strictObject({
  betrokken: z.literal(1).meta({ description: "Version of this file format." }),
  title: studyText,
  synthetic: z.boolean().default(false).meta({ description: "true: made by a computer, not by respondents." }),
  language: z.enum(["nl", "en"]).default("nl").meta({ description: "Language of the report." }),
  source: studySource.optional().meta({ description: "Where the data come from, and on what terms." }),
  data: z.record(z.string().regex(/^[^.]+$/), dataFile).meta({ description: "The data files, each with a name." }),
  links: z.array(link).default([]).meta({ description: "Which column of one data set refers to a row of another." }),
  clusters: z
    .record(z.string(), z.string())
    .default({})
    .meta({ description: "data: column with the school or class." }),
  groups: z.record(z.string(), group).default({}).meta({ description: "data: column with the group." }),
  weights: z
    .record(z.string(), z.string())
    .default({})
    .meta({ description: "data: column with the weight; not used yet." }),
  answerScales: z.record(z.string(), answerScale).default({}),
  items: z.record(z.string(), item).default({}),
  scales: z.record(z.string(), scale).default({}),
  outcomes: z.record(z.string(), outcome).default({}),
  mainOutcome: z
    .string()
    .optional()
    .meta({ description: "The outcome to set beside the literature; the first when left out." }),
  analyses: z.record(z.string(), analysis).default({}),
  disclosure: z
    .enum(["strict", "school", "public"])
    .default("strict")
    .meta({ description: "How small groups are hidden: strict below 10, school at 5 or fewer, public not at all." }),
});

export type StudyFile = z.output<typeof studyFile>;
/** A study as someone may write it down: what has a default may be left out. */
export type StudyFileInput = z.input<typeof studyFile>;
