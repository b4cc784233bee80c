import { describe, expect, test } from "vitest";
import { en } from "../../src/foundation/phrases/en.ts";
import { nl } from "../../src/foundation/phrases/nl.ts";
import { errorPhrase, fill, notePhrase } from "../../src/foundation/phrases.ts";

function places(template: string): string[] {
  return [...new Set([...template.matchAll(/\{(\w+)/g)].map((match) => match[1]!))].sort();
}

const PARTS = ["errors", "notes", "words", "sentences"] as const;

describe("always", () => {
  test.each(PARTS)("%s have the same keys and the same places in both languages", (part) => {
    expect(Object.keys(nl[part]).sort()).toEqual(Object.keys(en[part]).sort());
    for (const key of Object.keys(en[part])) {
      expect([key, places((nl[part] as Record<string, string>)[key]!)]).toEqual([
        key,
        places((en[part] as Record<string, string>)[key]!),
      ]);
    }
  });

  test.each(PARTS)("%s in Dutch are not the English ones", (part) => {
    const long = Object.entries(en[part]).filter(
      ([, text]) => (text.replace(/\{[^}]*\}/g, "").match(/\p{L}{2,}/gu) ?? []).length > 3,
    );
    expect(long.filter(([key, text]) => (nl[part] as Record<string, string>)[key] === text)).toEqual([]);
  });

  test("numbers are written in the reader's language, words follow the number", () => {
    expect(fill("{n} {n:row|rows}, r = {r}", { n: 1, r: -0.234 }, "en")).toBe("1 row, r = −0.23");
    expect(fill("{n} {n:rij|rijen}, r = {r}", { n: 1200, r: 0.5 }, "nl")).toBe("1.200 rijen, r = 0,50");
  });
});

describe("at the edges", () => {
  test("a value that is not there shows as a question mark, an unknown note as its code", () => {
    expect(fill("{who}", {}, "en")).toBe("?");
    expect(notePhrase("no/such-note", {}, "en")).toBe("no/such-note");
    expect(errorPhrase("data/empty", {}, "nl")).toMatch(/geen gegevensrijen/);
  });
});
