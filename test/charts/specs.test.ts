import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { compile } from "vega-lite";
import { describe, expect, test } from "vitest";
import { correlationHeatMap } from "../../src/charts/correlationHeatMap.ts";
import { forestPlot } from "../../src/charts/forestPlot.ts";
import { meansPlot } from "../../src/charts/meansPlot.ts";
import type { Row } from "../../src/foundation/row.ts";
import { replicate } from "../../src/replications/replicate.ts";

const folder = dirname(createRequire(import.meta.url).resolve("vega-lite"));
const schema = JSON.parse(readFileSync(join(folder, "vega-lite-schema.json"), "utf8"));
const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);

const PAIRS: Row[] = [
  { term: "talk", with: "grade", level: "total", r: 0.17, lower: 0.06, upper: 0.28, n: 310, pValue: 0.003 },
  { term: "expect", with: "grade", level: "total", r: 0.39, lower: 0.29, upper: 0.48, n: 310, pValue: 1e-9 },
  { term: "expect", with: "grade", level: "within", r: null, lower: null, upper: null, n: 4 },
];
const MEANS: Row[] = [
  { term: "grade", group: "regular", mean: 7.1, lower: 6.9, upper: 7.3, n: 120 },
  { term: "grade", group: "special", mean: 6.4, lower: 6.1, upper: 6.7, n: 60 },
];
const many: Row[] = Array.from({ length: 60 }, (_, i) => ({
  term: `Study ${i}`,
  estimate: Math.sin(i) / 3,
  lower: Math.sin(i) / 3 - 0.1,
  upper: Math.sin(i) / 3 + 0.1,
}));

const CHARTS = (["nl", "en"] as const).flatMap((language) => [
  [
    `correlationHeatMap ${language}`,
    () => correlationHeatMap(PAIRS, { language, labels: { talk: "Praten" } }),
  ] as const,
  [
    `forestPlot ${language}, 19 studies`,
    () => forestPlot(replicate("raudenbush1985", language).forest.rows, { language, measure: "d" }),
  ] as const,
  [
    `forestPlot ${language}, 60 studies`,
    () => forestPlot(many, { language, measure: "r", shown: "coefficient" }),
  ] as const,
  [`meansPlot ${language}`, () => meansPlot(MEANS, { language })] as const,
]);

describe.each(CHARTS)("%s", (_, draw) => {
  test("is a valid Vega-Lite spec with a description in words", () => {
    const spec = draw();
    validate(JSON.parse(JSON.stringify(spec)));
    expect(validate.errors).toBeNull();
    expect(String(spec.description).length).toBeGreaterThan(10);
  });

  test("compiles without a warning", () => {
    const warnings: string[] = [];
    const told = (...words: string[]) => {
      warnings.push(words.join(" "));
      return silent;
    };
    const silent: Record<string, unknown> = { level: () => silent, info: () => silent, debug: () => silent };
    Object.assign(silent, { warn: told, error: told });
    compile(draw(), { logger: silent as never });
    expect(warnings).toEqual([]);
  });

  test("draws the same twice", () => {
    expect(draw()).toEqual(draw());
  });
});
