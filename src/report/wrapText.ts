const LETTERS = new Intl.Segmenter("en", { granularity: "grapheme" });
const SIMPLE = /^[ -~\u00a0-\u02ff\u0370-\u03ff\u2010-\u2027\u2030-\u205e\u2200-\u22ff\u2500-\u257f]*$/;
const EAST_ASIAN =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u;
const WITHOUT_WIDTH = /^[\p{M}\p{Cf}\p{Cc}]+$/u;

/** The letters of a text as a reader counts them: an accent or the parts of one emoji belong to their letter. */
function lettersOf(text: string): string[] {
  return SIMPLE.test(text) ? [...text] : Array.from(LETTERS.segment(text), ({ segment }) => segment);
}

function widthOf(letter: string): number {
  if (EMOJI.test(letter) || EAST_ASIAN.test(letter)) return 2;
  return WITHOUT_WIDTH.test(letter) ? 0 : 1;
}

/**
 * How many places a text takes on a screen of fixed letters.
 * @returns places: an accented letter is one, an East Asian letter and an emoji are two
 * @see Unicode Standard Annex #11 (East Asian width) and #29 (grapheme clusters)
 * @example lengthOf("caf\u0065\u0301 研究") // 9
 */
export function lengthOf(text: string): number {
  if (SIMPLE.test(text)) return text.length;
  return lettersOf(text).reduce((sum, letter) => sum + widthOf(letter), 0);
}

/**
 * Breaks a text into lines of at most `width` places, between words where it can.
 * @example wrapText("contact with the teacher", 12) // ["contact with", "the teacher"]
 */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  const words = text.split(/\s+/).filter((word) => word !== "");
  for (const part of words.flatMap((word) => pieces(word, width))) {
    const longer = line === "" ? part : `${line} ${part}`;
    if (lengthOf(longer) <= width) line = longer;
    else {
      if (line !== "") lines.push(line);
      line = part;
    }
  }
  return [...lines, line];
}

/** A word that is too long for a line is cut; a letter never is. */
function pieces(word: string, width: number): string[] {
  if (lengthOf(word) <= width) return [word];
  const parts = [""];
  let used = 0;
  for (const letter of lettersOf(word)) {
    const own = widthOf(letter);
    if (used > 0 && used + own > width) {
      parts.push("");
      used = 0;
    }
    parts.push(parts.pop()! + letter);
    used += own;
  }
  return parts;
}

/** The longest word of a text. */
export function longestWord(text: string): number {
  return text.split(/\s+/).reduce((most, word) => Math.max(most, lengthOf(word)), 0);
}

/** Cuts what does not fit, with a sign that something is gone. */
export function cut(text: string, width: number): string {
  if (lengthOf(text) <= width) return text;
  let kept = "";
  for (const letter of lettersOf(text)) {
    if (lengthOf(kept + letter) > width - 1) break;
    kept += letter;
  }
  return `${kept}…`;
}

/** Fills up with spaces, on the right or on the left. */
export function pad(text: string, width: number, side: "left" | "right" | "both"): string {
  const room = Math.max(0, width - lengthOf(text));
  if (side === "left") return " ".repeat(room) + text;
  if (side === "right") return text + " ".repeat(room);
  return " ".repeat(Math.floor(room / 2)) + text + " ".repeat(Math.ceil(room / 2));
}
