import { z } from "zod";
import { note, notesWhen } from "../foundation/notes.ts";
import type { Note } from "../foundation/result.ts";
import { labelColumn, numberColumn } from "../table/input.ts";
import type { UsableEffects } from "./readEffects.ts";

/** The columns that statistics share which pool independent effects. */
export const effectColumns = {
  estimate: numberColumn({ en: "effect sizes, one per row", nl: "effectgroottes, één per rij" }),
  samplingVariance: numberColumn({ en: "their sampling variances", nl: "hun steekproefvarianties" }),
  study: labelColumn({ en: "names of the studies", nl: "namen van de studies" }).optional(),
} as const;

/** Those, and weights of one's own. */
export const weightedEffectColumns = {
  ...effectColumns,
  weight: numberColumn({
    en: "weights of your own for the mean",
    nl: "eigen gewichten voor het gemiddelde",
  }).optional(),
} as const;

export type StudyNames = readonly (string | null)[] | undefined;

/** The name and the row of each effect: the study's name where it has one, else the number of its row. */
export function placesOf({ rows }: UsableEffects, names: StudyNames): { study: string; row: number }[] {
  return Array.from(rows, (row) => ({ study: names?.[row] ?? String(row + 1), row: row + 1 }));
}

/** What the fields `study` and `row` of a result are. */
export const place = { study: z.string(), row: z.int() } as const;

/** What there is to say of the rows themselves: some left out, several of one study. */
export function rowNotes({ rows, sample: { used, dropped } }: UsableEffects, names: StudyNames): Note[] {
  const studies = names ? new Set(Array.from(rows, (row) => names[row] ?? row)).size : used;
  return notesWhen(
    [dropped > 0, "missing/listwise", { dropped, total: used + dropped }],
    [studies < used, "meta/dependent-effects", { k: used, studies }],
  );
}

/** The note on likelihoods with several peaks, if any fit had one. */
export function maximaNotes(maxima: readonly number[]): Note[] {
  const most = Math.max(1, ...maxima);
  return most > 1 ? [note("meta/several-maxima", { maxima: most })] : [];
}
