import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT, sourceFiles } from "./sourceFiles.ts";

const FILES = sourceFiles("src");
const TOP = ["src", "notebooks", "data", "schemas", "test"];

/** Lines that are lists of texts rather than code may be long. */
const LISTS = [/^src\/foundation\/phrases\/(nl|en)\.ts$/, /^src\/foundation\/glossary\.ts$/];

function trackedFiles(): string[] {
  const inGit = existsSync(join(ROOT, ".git"));
  return inGit ? execFileSync("git", ["ls-files"], { cwd: ROOT, encoding: "utf8" }).split("\n").filter(Boolean) : [];
}

describe("always", () => {
  test("no source file is longer than 300 lines", () => {
    const long = FILES.filter(
      ({ path, text }) => text.split("\n").length > 300 && !LISTS.some((list) => list.test(path)),
    );
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  test("no folder or file is a drawer for odds and ends", () => {
    expect(FILES.filter(({ path }) => /\b(utils?|helpers?|common|misc)\b/i.test(path)).map(({ path }) => path)).toEqual(
      [],
    );
  });

  test("every top folder has a README of one screen", () => {
    for (const folder of TOP) {
      const readme = join(ROOT, folder, "README.md");
      expect(existsSync(readme), folder).toBe(true);
      expect(readFileSync(readme, "utf8").split("\n").length, folder).toBeLessThan(120);
    }
  });

  test("a p-value never comes from 1 - cdf", () => {
    const traces = /1 - (normal|studentT|chiSquare|f|beta|gamma|binomial)Lower\(/;
    expect(FILES.filter(({ text }) => traces.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test("nothing tracked names a path of the machine it was made on", () => {
    const tracked = trackedFiles().filter(
      (path) => /\.(ts|json|md|R|py|ya?ml)$/.test(path) && path !== "package-lock.json",
    );
    const machine = new RegExp(["/ho" + "me/", "/wo" + "rk/", "/ro" + "ot/"].join("|"));
    const guilty = tracked.filter(
      (path) => existsSync(join(ROOT, path)) && machine.test(readFileSync(join(ROOT, path), "utf8")),
    );
    expect(guilty).toEqual([]);
  });
});
