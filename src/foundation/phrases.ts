import { formatCount, formatNumber } from "./format.ts";
import type { Language } from "./language.ts";
import { en } from "./phrases/en.ts";
import { nl } from "./phrases/nl.ts";

export { LANGUAGES, type Language, type Text } from "./language.ts";

/** What fills the `{places}` of a phrase. */
export type Values = Readonly<Record<string, string | number>>;

export type ErrorCode = keyof typeof en.errors;
export type NoteCode = keyof typeof en.notes;
export type WordCode = keyof typeof en.words;
export type SentenceCode = keyof typeof en.sentences;

const PHRASES = { nl, en };

/**
 * Fills a template: `{n}` gives the value (numbers in the reader's language), `{n:row|rows}` the first form when n
 * is 1 and else the second.
 * @example fill("{n} {n:row|rows} left out", { n: 2 }, "en") // "2 rows left out"
 */
export function fill(template: string, values: Values, language: Language): string {
  return template.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (_, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (one !== undefined) return value === 1 ? one : (many ?? "");
    return value === undefined ? "?" : shownValue(value, language);
  });
}

function shownValue(value: string | number, language: Language): string {
  if (typeof value === "string") return value;
  return Number.isInteger(value) ? formatCount(value, language) : formatNumber(value, { language });
}

export function errorPhrase(code: ErrorCode, values: Values, language: Language): string {
  return fill(PHRASES[language].errors[code], values, language);
}

export function notePhrase(code: string, values: Values, language: Language): string {
  const template = PHRASES[language].notes[code as NoteCode];
  return template === undefined ? code : fill(template, values, language);
}

export function word(code: WordCode, language: Language): string {
  return PHRASES[language].words[code];
}

export function sentence(code: SentenceCode, values: Values, language: Language): string {
  return fill(PHRASES[language].sentences[code], values, language);
}
