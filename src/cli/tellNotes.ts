import { notePhrase } from "../foundation/phrases.ts";
import type { Note } from "../foundation/result.ts";
import type { Call } from "./command.ts";

/** Says notes on stderr, one line each. */
export function tellNotes(notes: readonly Note[], { language, terminal }: Call): void {
  for (const { code, values } of notes) terminal.err(notePhrase(code, values, language));
}
