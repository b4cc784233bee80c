/** What a spreadsheet would run as a formula. Apostrophes already before it count, so that guarding can be undone. */
const FORMULA = /^'*[=+\-@]/;

/**
 * Puts an apostrophe before text that a spreadsheet would take for a formula.
 * @example guarded("=1+1") // "'=1+1"
 */
export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe of `guarded` away again. */
export function unguarded(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}
