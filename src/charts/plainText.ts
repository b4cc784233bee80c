const HIDDEN = /[\p{Cc}\u00ad\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/**
 * A text of somebody else as one line of visible letters: line ends become spaces; control signs, escape codes of a
 * terminal and marks that turn the direction of what follows are left out. Letters of every script stay.
 * @example plainText("con\u202Etact\n\u001b[31mschool") // "contact [31mschool"
 */
export function plainText(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(HIDDEN, "")
    .replace(/\p{Cs}/gu, "\ufffd");
}

/**
 * A name that is too long for a drawing, with its middle left out: names of items often differ only at their end.
 * @example drawnName("I talk with my child about school (reversed)", 24) // "I talk with my …eversed)"
 */
export function drawnName(name: string, limit: number): string {
  const letters = [...name];
  if (letters.length <= limit) return name;
  const head = Math.ceil((limit - 1) * 0.65);
  return `${letters.slice(0, head).join("")}…${letters.slice(head + 1 - limit).join("")}`;
}
