import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText, textBytes } from "../../src/sources/textEncoding.ts";

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const units = new DataView(new ArrayBuffer((text.length + 1) * 2));
  for (const [i, unit] of [0xfeff, ...Array.from({ length: text.length }, (_, k) => text.charCodeAt(k))].entries())
    units.setUint16(2 * i, unit, littleEndian);
  return new Uint8Array(units.buffer);
}

const TEXT = fc.string({ unit: "binary" }).filter((text) => !text.includes("\0"));

describe("agrees with the truth table", () => {
  test("the bytes 0x80 to 0x9f of Windows-1252 are its own signs, not control characters", () => {
    const bytes = Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i);
    const points = [...decodeText(bytes, "x.csv")].map((sign) => sign.codePointAt(0)!.toString(16));
    const table =
      "20ac 81 201a 192 201e 2026 2020 2021 2c6 2030 160 2039 152 8d 17d 8f " +
      "90 2018 2019 201c 201d 2022 2013 2014 2dc 2122 161 203a 153 9d 17e 178";
    expect(points.join(" ")).toBe(table);
  });

  test.each([
    ["é as one byte is Windows-1252", [0x5a, 0xe9], "windows-1252", "Zé"],
    ["é as two bytes is UTF-8", [0x5a, 0xc3, 0xa9], "utf-8", "Zé"],
    ["a mark of UTF-8 is taken off", [0xef, 0xbb, 0xbf, 0x61], "utf-8", "a"],
    ["a mark of UTF-16, low byte first", [0xff, 0xfe, 0xe9, 0x00], "utf-16le", "é"],
    ["a mark of UTF-16, high byte first", [0xfe, 0xff, 0x00, 0xe9], "utf-16be", "é"],
  ])("%s", (_, bytes, encoding, text) => {
    const read = textBytes(Uint8Array.from(bytes), "x.csv");
    expect(read.encoding).toBe(encoding);
    expect(new TextDecoder().decode(read.utf8)).toBe(text);
  });
});

describe("always", () => {
  test("text written in UTF-16 of either kind comes back", () => {
    fc.assert(
      fc.property(TEXT, fc.boolean(), (text, littleEndian) => {
        expect(decodeText(utf16(text, littleEndian), "x.csv")).toBe(text);
      }),
    );
  });

  test("text written in UTF-8 comes back, also across the pieces it is checked in", () => {
    const long = "€".repeat(400_000);
    expect(decodeText(new TextEncoder().encode(`a${long}`), "x.csv")).toBe(`a${long}`);
    fc.assert(
      fc.property(TEXT, (text) => {
        fc.pre(!text.startsWith("\ufeff"));
        expect(decodeText(new TextEncoder().encode(text), "x.csv")).toBe(text);
      }),
    );
  });
});

describe("refuses", () => {
  test.each([
    ["a file with zero bytes", [0x50, 0x4b, 0x00, 0x04], "file/not-text"],
    ["UTF-16 with half a character", [0xff, 0xfe, 0x61], "file/encoding"],
    ["UTF-16 with half a pair", [0xff, 0xfe, 0x00, 0xd8], "file/encoding"],
    ["a mark of UTF-8 before what is not UTF-8", [0xef, 0xbb, 0xbf, 0xe9], "file/encoding"],
  ])("%s", (_, bytes, code) => {
    expect(() => textBytes(Uint8Array.from(bytes), "x.csv")).toThrow(
      expect.objectContaining({ code, location: { source: "x.csv" } }),
    );
  });
});
