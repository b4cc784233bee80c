import { z } from "zod";
import { studySource, studyText } from "./studyFile.ts";

function column(description: string) {
  return z.string().min(1).meta({ description });
}

const moderator = z.strictObject({
  column: column("Its column; the moderator's own name when left out.").optional(),
  label: studyText,
  kind: z.enum(["category", "number"]).default("category"),
  labels: z.record(z.string(), studyText).default({}).meta({ description: "What its levels mean." }),
});

const outcome = z.strictObject({
  label: studyText.optional(),
  high: z
    .enum(["better", "worse"])
    .default("better")
    .meta({ description: "What a high score on it means; worse: absence, problem behaviour." }),
});

/** What the columns of a coded sheet mean: one row per correlation that a study reported. */
export const codedSheet = z.strictObject({
  betrokken: z.literal(1).meta({ description: "Version of this file format." }),
  title: studyText,
  language: z.enum(["nl", "en"]).default("nl").meta({ description: "Language of what is shown." }),
  source: studySource.optional().meta({ description: "Where the data come from, and on what terms." }),
  file: z.string().min(1).meta({ description: "File, seen from the folder of this file." }),
  r: column("Column with the correlation."),
  n: column("Column with the sample size."),
  study: column("Column that tells studies apart; effects of one study depend on each other."),
  sample: column("Column that tells the samples of a study apart.").optional(),
  effect: column("Column with the id of the effect; no two effects share one.").optional(),
  component: column(
    "Column with the theory component that was measured, as framework/component: fan_chen/expectations.",
  ).optional(),
  dimension: column("Column with the dimension of involvement, in the coder's own words.").optional(),
  outcome: column("Column with the outcome.").optional(),
  outcomes: z.record(z.string(), outcome).default({}).meta({ description: "What is found in the outcome column." }),
  reliabilityX: column("Column with the reliability of the involvement measure, 0 to 1.").optional(),
  reliabilityY: column("Column with the reliability of the outcome measure, 0 to 1.").optional(),
  reversed: column(
    "Column with 1 where a high score on the involvement measure means little involvement, so that the sign stands the other way; without outcomes also where a high score on the outcome is unfavourable.",
  ).optional(),
  turnSigns: z
    .boolean()
    .default(false)
    .meta({ description: "true: turn the sign where reversed is 1 and where an outcome is worse when it is high." }),
  coder: column("Column with who coded the row, where effects were coded more than once.").optional(),
  useCoder: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "The coder whose row counts where an effect was coded more than once." }),
  moderators: z.record(z.string(), moderator).default({}),
});

export type CodedSheet = z.output<typeof codedSheet>;

/** A sheet as the work needs it: a bare CSV may have no studies; then every row is one. */
export type SheetColumns = Omit<CodedSheet, "study"> & { readonly study?: string | undefined };

/** The keys of a sheet that name a column. */
export const COLUMN_KEYS = [
  "r",
  "n",
  "study",
  "sample",
  "effect",
  "component",
  "dimension",
  "outcome",
  "reliabilityX",
  "reliabilityY",
  "reversed",
  "coder",
] as const satisfies readonly (keyof CodedSheet)[];

/** The columns that can be a moderator without being declared as one. */
export const OWN_MODERATORS = ["component", "dimension", "outcome"] as const;
