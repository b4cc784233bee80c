import { describe, expect, test } from "vitest";
import { findDelimiter } from "../../src/sources/delimiter.ts";

function found(text: string) {
  return findDelimiter(new TextEncoder().encode(text));
}

describe("agrees with the truth table", () => {
  test.each([
    ["decimal commas outnumber the semicolons", "a;b\n1,5;2,5\n3,5;4,5\n", ";"],
    ["English", "a,b\n1.5,2.5\n", ","],
    ["tabs, with commas in the text", "a\tb\nx, y\t1\nz, w\t2\n", "\t"],
    ["bars", "a|b\n1|2\n", "|"],
    ["semicolons inside quoted cells", 'a,b\n"x; y",1\n"z; w",2\n', ","],
    ["commas inside a quoted header", 'a;"x, y, z"\n1,5;2,5\n3,5;4,5\n', ";"],
    ["a comma in the header and decimals below it", "naam, voornaam;cijfer\nX;7,5\nY;8,5\n", ";"],
    ["line ends inside quoted cells", 'a;b\n"een, twee\ndrie";1\n"vier";2\n', ";"],
    ["some ragged rows", `a,b,c\n1,2\n${"1,2,3\n".repeat(9)}`, ","],
    ["every row with one delimiter more than the header", "a,b\n1,2,\n3,4,\n", ","],
  ])("%s", (_, text, delimiter) => {
    expect(found(text)).toEqual({ delimiter, doubtful: false });
  });
});

describe("at the edges", () => {
  test.each([
    ["one column of decimal commas", "cijfer\n7,5\n8,0\n", false],
    ["one column of text with a comma in its header", "opmerking, vrij\nja\nnee\n", false],
    ["a title line above the header", "uitvoer 2024\na|b\n1|2\n3|4\n", true],
    ["nothing", "", false],
  ])("%s gives one column, with a doubt where it splits most rows", (_, text, doubtful) => {
    expect(found(text)).toEqual({ delimiter: ";", doubtful });
  });

  test("only the first 200 records are looked at", () => {
    expect(found(`a;b\n${"1;2\n".repeat(250)}${"1,2,3,4\n".repeat(5000)}`).delimiter).toBe(";");
  });
});
