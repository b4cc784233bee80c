/**
 * How many single letters must be put in, left out, changed or swapped with their neighbour to make one word of
 * another.
 * @param a a word
 * @param b another
 * @returns 0 for the same word, at most the length of the longer
 * @see Damerau (1964); the optimal string alignment distance: no part is changed twice
 * @example editDistance("epstien6", "epstein6") // 1
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        last[j]! + 1,
        row[j - 1]! + 1,
        last[j - 1]! + (same ? 0 : 1),
        swapped ? beforeLast[j - 2]! + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}

/**
 * The known word that was probably meant, if one is near enough: at most a third of the letters differ.
 * @param word what was given
 * @param known the words that exist
 * @returns the nearest, the first of equals; undefined when none is near
 * @example closest("hil_tyson", ["fan_chen", "hill_tyson"]) // "hill_tyson"
 */
export function closest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    const near = distance <= Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3));
    if (near && distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** The closest known word as a value of a problem, which then ends in "Did you mean ...?"; nothing when none is near. */
export function meant(word: string, known: readonly string[]): { readonly meant?: string } {
  const found = closest(word, known);
  return found === undefined ? {} : { meant: found };
}
