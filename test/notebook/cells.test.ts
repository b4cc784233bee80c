import { describe, expect, test } from "vitest";
import { cellsOf } from "../../src/notebook/cells.ts";

describe("always", () => {
  test("text and code are told apart and keep their lines", () => {
    const script = [
      "// %% [markdown]",
      "// # Reading",
      "// in two lines",
      "",
      "// %%",
      "const a = 1;",
      "// a comment",
      "// %%",
      "a;",
    ];
    expect(cellsOf(script.join("\n"))).toEqual([
      { kind: "markdown", text: "# Reading\nin two lines", firstLine: 1, lastLine: 4 },
      { kind: "code", text: "const a = 1;\n// a comment", firstLine: 5, lastLine: 7 },
      { kind: "code", text: "a;", firstLine: 8, lastLine: 9 },
    ]);
  });

  test("Windows line ends make no difference", () => {
    expect(cellsOf("// %%\r\nlet a = 1;\r\n// %% [markdown]\r\n// text")).toMatchObject([
      { kind: "code", text: "let a = 1;" },
      { kind: "markdown", text: "text" },
    ]);
  });
});

describe("at the edges", () => {
  test("what stands before the first mark is code, empty cells vanish, an empty script has none", () => {
    expect(cellsOf("let a = 1;\n// %%\n\n// %%\na;").map(({ text }) => text)).toEqual(["let a = 1;", "a;"]);
    expect(cellsOf("")).toEqual([]);
  });
});
