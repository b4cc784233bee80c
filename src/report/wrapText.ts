/** How many characters a text takes: an accented letter is one. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/**
 * Breaks a text into lines of at most `width` characters, between words where it can.
 * @example wrapText("contact with the teacher", 12) // ["contact with", "the teacher"]
 */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of text.split(/\s+/).flatMap((word) => pieces(word, width))) {
    const longer = line === "" ? part : `${line} ${part}`;
    if (lengthOf(longer) <= width) line = longer;
    else {
      if (line !== "") lines.push(line);
      line = part;
    }
  }
  return [...lines, line];
}

/** A word that is too long for a line is cut. */
function pieces(word: string, width: number): string[] {
  const letters = [...word];
  if (letters.length <= width) return [word];
  const count = Math.ceil(letters.length / width);
  return Array.from({ length: count }, (_, i) => letters.slice(i * width, (i + 1) * width).join(""));
}

/** The longest word of a text. */
export function longestWord(text: string): number {
  return Math.max(...text.split(/\s+/).map(lengthOf));
}

/** Cuts what does not fit, with a sign that something is gone. */
export function cut(text: string, width: number): string {
  return lengthOf(text) <= width ? text : `${[...text].slice(0, Math.max(0, width - 1)).join("")}…`;
}

/** Fills up with spaces, on the right or on the left. */
export function pad(text: string, width: number, side: "left" | "right" | "both"): string {
  const room = Math.max(0, width - lengthOf(text));
  if (side === "left") return " ".repeat(room) + text;
  if (side === "right") return text + " ".repeat(room);
  return " ".repeat(Math.floor(room / 2)) + text + " ".repeat(Math.ceil(room / 2));
}
