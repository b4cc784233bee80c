import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import * as PACKAGE from "../src/index.ts";
import { ROOT, sourceFiles } from "./sourceFiles.ts";

interface Example {
  readonly path: string;
  readonly code: string;
  readonly expected: string;
}

/** The `@example expression // value` lines of the doc comments. */
function examplesOf({ path, text }: { path: string; text: string }): Example[] {
  return [...text.matchAll(/@example ([\s\S]*?)(?:\n \* @|\n \*\/|\*\/)/g)].flatMap((match) => {
    const code = match[1]!.replace(/\n \*/g, "\n").trim();
    const split = code.lastIndexOf("//");
    return split < 0 ? [] : [{ path, code: code.slice(0, split).trim(), expected: code.slice(split + 2).trim() }];
  });
}

const EXAMPLES = sourceFiles("src").flatMap(examplesOf);

async function run({ path, code }: Example): Promise<unknown> {
  const own = (await import(/* @vite-ignore */ pathToFileURL(join(ROOT, path)).href)) as Record<string, unknown>;
  const scope: Record<string, unknown> = { ...PACKAGE, z, ...own };
  const names = Object.keys(scope);
  const lines = code.replace(/;$/, "").split(/;\s*\n/);
  const body = `${lines.slice(0, -1).join(";\n")};\nreturn (${lines.at(-1)});`;
  return new Function(...names, body)(...names.map((name) => scope[name]));
}

/** Numbers are compared to the digits the comment prints. */
function matches(actual: unknown, expected: string): boolean {
  const printed = expected.replace(/\s*\(.*\)$/, "").replace("...", "");
  const wanted = Number(printed);
  if (typeof actual !== "number" || Number.isNaN(wanted))
    return JSON.stringify(actual) === JSON.stringify(evaluate(expected));
  const digits = printed.replace(/^-|e.*$/g, "").replace(/^0?\.?0*|\./g, "").length;
  return actual === wanted || Math.abs(actual - wanted) <= Math.abs(wanted) * 10 ** -Math.min(digits - 1, 11);
}

function evaluate(text: string): unknown {
  return new Function(`return (${text});`)();
}

describe("doc examples are true", () => {
  test("there are examples", () => {
    expect(EXAMPLES.length).toBeGreaterThan(20);
  });

  test.each(EXAMPLES.map((example) => [`${example.path}: ${example.code.slice(0, 60)}`, example] as const))(
    "%s",
    async (_, example) => {
      const actual = await run(example);
      expect(matches(actual, example.expected), `gives ${JSON.stringify(actual)}`).toBe(true);
    },
  );
});
