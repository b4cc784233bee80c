import type { NoteCode, Values } from "./phrases.ts";
import type { Note } from "./result.ts";

/** A note with a code that has a phrase in both languages. */
export function note(code: NoteCode, values: Values = {}): Note {
  return { code, values };
}

/** The notes whose condition holds. */
export function notesWhen(...candidates: readonly (readonly [boolean, NoteCode, Values?])[]): Note[] {
  return candidates.filter(([holds]) => holds).map(([, code, values]) => note(code, values));
}
