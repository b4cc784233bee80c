import { BetrokkenError } from "../foundation/errors.ts";
import { note } from "../foundation/notes.ts";
import type { NoteCode } from "../foundation/phrases.ts";
import type { Note } from "../foundation/result.ts";

/** What a statistic refuses because of the data at hand: one scale or group must not stop the others. */
const REASONS: Readonly<Record<string, NoteCode>> = {
  "data/too-few": "study/too-few",
  "data/empty": "study/too-few",
  "data/constant": "study/nothing-varies",
  "data/single-rows": "study/single-rows",
  "scale/no-variance": "study/nothing-varies",
};

/**
 * Runs one part of a study. What its data do not allow becomes a note that names the part.
 * @param what the part, for the note
 * @param skipped where such a note goes
 * @returns the result in a list, or an empty list
 * @throws whatever else goes wrong
 */
export function attempt<R>(what: string, skipped: Note[], run: () => R): R[] {
  try {
    return [run()];
  } catch (error) {
    const reason = error instanceof BetrokkenError ? REASONS[error.code] : undefined;
    if (reason === undefined) throw error;
    skipped.push(note(reason, { what }));
    return [];
  }
}
