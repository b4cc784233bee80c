import type { TopLevelSpec } from "vega-lite";
import { GLOSSARY } from "../foundation/glossary.ts";
import { sentence, word } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { type ChartOptions, cellText, type Layer, labelOf, numberOf, SCHEMA } from "./chart.ts";
import { domainAround, dotLayer, lineLayer, PLANE, type Plane, type PlaneDot, planeEncoding } from "./plane.ts";
import { lightTheme } from "./theme.ts";

export interface LabbeOptions extends ChartOptions {
  /** What `pooled` is; risk ratios of one half and two halves are no mirror images, odds ratios are. */
  readonly measure?: "OR" | "RR" | "RD";
  /** The pooled ratio or difference itself, not its logarithm: drawn as a curve. */
  readonly pooled?: number;
}

const STEPS = 100;

/**
 * Share with the outcome in the first group against that in the second, study by study: on the diagonal the groups do
 * not differ; the curve is where all studies would lie if the pooled effect held in each.
 * @param rows `term`, `firstShare`, `secondShare`, and `weight` where known; a row without the shares is not drawn
 * @param options language, labels, title; `pooled` and its `measure`
 * @returns a Vega-Lite spec with the drawn figures only
 * @see L'Abbé, Detsky & O'Rourke (1987), Meta-analysis in clinical research
 * @example labbePlot([{ term: "Chen", firstShare: 0.3, secondShare: 0.2 }], { language: "en" }).description // "L'Abbé plot of 1 study."
 */
export function labbePlot(rows: readonly Row[], options: LabbeOptions): TopLevelSpec {
  const { language } = options;
  const heaviest = Math.max(...rows.map(({ weight }) => numberOf(weight) ?? 0));
  const dots = rows.flatMap((row) => dotOf(row, options, heaviest));
  const [low, high] = domainAround(dots.flatMap(({ x, y }) => [x, y]));
  const domain = [Math.max(0, low), Math.min(1, high)] as const;
  const plane: Plane = {
    x: { title: GLOSSARY.secondShare.meaning[language], domain, shown: "share" },
    y: { title: GLOSSARY.firstShare.meaning[language], domain, shown: "share" },
  };
  const names = { x: GLOSSARY.secondShare.label[language], y: GLOSSARY.firstShare.label[language] };
  return {
    $schema: SCHEMA,
    description: sentence("chart-labbe", { k: dots.length }, language),
    ...(options.title === undefined ? {} : { title: { text: options.title, frame: "bounds" as const } }),
    ...PLANE,
    width: PLANE.height,
    layer: [
      lineLayer([[domain[0], domain[0]], [domain[1], domain[1]]], "reference"), // biome-ignore format: a point a pair
      ...curve(domain, options),
      ...dotLayer(dots, { name: word("study", language), ...names }),
    ],
    encoding: planeEncoding(plane, language),
    config: lightTheme,
  };
}

function dotOf(row: Row, { language, labels }: LabbeOptions, heaviest: number): PlaneDot[] {
  const [x, y, weight] = [numberOf(row.secondShare), numberOf(row.firstShare), numberOf(row.weight)];
  if (x === null || y === null) return [];
  const size = weight === null || !(heaviest > 0) ? null : weight / heaviest;
  const texts = { xText: cellText(x, "share", { language }), yText: cellText(y, "share", { language }) };
  return [{ name: labelOf(row.term, labels), x, y, size, ...texts }];
}

/** Where the studies would lie if the pooled effect held in each; a share below 0 or above 1 is not drawn. */
function curve([low, high]: readonly [number, number], { measure = "OR", pooled }: LabbeOptions): Layer[] {
  if (pooled === undefined) return [];
  const others = {
    OR: (x: number) => (pooled * x) / (1 - x + pooled * x),
    RR: (x: number) => pooled * x,
    RD: (x: number) => x + pooled,
  };
  const points = Array.from({ length: STEPS + 1 }, (_, i) => low + ((high - low) * i) / STEPS)
    .map((x) => [x, others[measure](x)] as const)
    .filter(([, y]) => y >= 0 && y <= 1);
  return [lineLayer(points, "fitted")];
}
