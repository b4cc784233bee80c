import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { importsOf, sourceFiles } from "./sourceFiles.ts";

/** The rooms stand in one line: a room imports only rooms before it. */
const ROOMS = [
  "foundation",
  "numeric",
  "table",
  "effects",
  "frameworks",
  "inference",
  "questionnaire",
  "meta",
  "results",
].concat(["charts", "report", "study", "replications", "sources", "notebook", "cli"]);
const WORLDLY = ROOMS.indexOf("sources");
const FILES = sourceFiles("src").filter(({ path }) => path.split("/").length > 2);

function roomOf(path: string): number {
  return ROOMS.indexOf(path.split("/")[1]!);
}

/** Imports of other rooms that come later in the line. */
function wrongImports(path: string, text: string): string[] {
  return importsOf(text)
    .filter((target) => target.startsWith("."))
    .map((target) => posix.join(posix.dirname(path), target))
    .filter((target) => target.startsWith("src/") && roomOf(target) > roomOf(path));
}

/** Traces of the world in rooms that must also run in a browser. */
function worldlyTraces(path: string, text: string): string[] {
  if (roomOf(path) >= WORLDLY) return [];
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
  const traces = [
    /["']node:/,
    /\bconsole\./,
    /\bDate\.now\b/,
    /\bMath\.random\b/,
    /\bprocess\.(env|argv|std|exit|cwd|on|platform)/,
  ];
  return traces.filter((trace) => trace.test(code)).map(String);
}

describe("always", () => {
  test("every folder of src is a room", () => {
    expect(FILES.filter(({ path }) => roomOf(path) < 0).map(({ path }) => path)).toEqual([]);
  });

  test("a room imports only rooms before it", () => {
    expect(FILES.flatMap(({ path, text }) => wrongImports(path, text).map((target) => `${path} -> ${target}`))).toEqual(
      [],
    );
  });

  test("rooms before sources are browser-clean", () => {
    expect(FILES.flatMap(({ path, text }) => worldlyTraces(path, text).map((trace) => `${path}: ${trace}`))).toEqual(
      [],
    );
  });

  test("only frameworks and replications import data", () => {
    const importers = FILES.filter(({ text }) => importsOf(text).some((target) => target.includes("/data/")));
    const rooms = new Set(importers.map(({ path }) => path.split("/")[1]));
    expect([...rooms].filter((room) => room !== "frameworks" && room !== "replications")).toEqual([]);
  });
});

describe("refuses", () => {
  test("an import of a later room and a look at the disk are found", () => {
    expect(wrongImports("src/numeric/x.ts", `import { a } from "../meta/y.ts";`)).toEqual(["src/meta/y.ts"]);
    expect(worldlyTraces("src/meta/x.ts", `import { readFileSync } from "node:fs";`)).toHaveLength(1);
    expect(worldlyTraces("src/sources/x.ts", `import { readFileSync } from "node:fs";`)).toEqual([]);
  });
});
