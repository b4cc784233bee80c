import type { TopLevelSpec } from "vega-lite";
import { sentence, word } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { normalUpperQuantile } from "../numeric/normal.ts";
import { type ChartOptions, cellText, type Layer, labelOf, numberOf, SCHEMA } from "./chart.ts";
import { domainAround, dotLayer, lineLayer, nameLayers, PLANE, type PlaneDot, planeEncoding } from "./plane.ts";
import { lightTheme } from "./theme.ts";

export interface RadialOptions extends ChartOptions {
  /** The pooled estimate: the slope of the line. */
  readonly pooled?: number;
  /** Variance between studies, which widens every standard error; 0 when left out. */
  readonly tau2?: number;
  readonly decimals?: number;
  /** How wide the band is: the share of effects it would hold if the model holds. */
  readonly confidenceLevel?: number;
}

/**
 * Effects over their standard errors against their precision: the slope from the origin to a dot is its effect, and
 * all dots lie at the same distance scale from the pooled line, so that outliers of any size show.
 * @param rows `term`, `estimate`, and `standardError` or `samplingVariance`; a row without them is not drawn
 * @param options language, labels, title; `pooled` draws line and band, `tau2` makes it the random-effects plot
 * @returns a Vega-Lite spec with the drawn figures only; effects outside the band are named where there is room
 * @see Galbraith (1988), A note on graphical presentation of estimated odds ratios from several clinical trials
 * @example radialPlot([{ term: "Chen", estimate: 0.3, standardError: 0.1 }], { language: "en" }).description // "Radial plot of 1 effect."
 */
export function radialPlot(rows: readonly Row[], options: RadialOptions): TopLevelSpec {
  const { language } = options;
  const dots = rows.flatMap((row) => dotOf(row, options));
  const width = normalUpperQuantile((1 - (options.confidenceLevel ?? 0.95)) / 2);
  const farthest = 1.06 * Math.max(0, ...dots.map(({ x }) => x)) || 1;
  const ends = options.pooled === undefined ? [] : [-width, width, options.pooled * farthest + width, options.pooled * farthest - width]; // biome-ignore format: four ends
  const plane = {
    x: { title: sentence("chart-radial-x", {}, language), domain: [0, farthest], shown: "number" },
    y: {
      title: sentence("chart-radial-y", {}, language),
      domain: domainAround([0, ...dots.map(({ y }) => y), ...ends]),
      shown: "number",
    },
  } as const;
  const titles = { name: word("study", language), x: plane.x.title, y: plane.y.title };
  return {
    $schema: SCHEMA,
    description: sentence("chart-radial", { k: dots.length }, language),
    ...(options.title === undefined ? {} : { title: { text: options.title, frame: "bounds" as const } }),
    ...PLANE,
    layer: [
      ...lines(farthest, width, options.pooled),
      ...dotLayer(dots, titles),
      ...nameLayers(outside(dots, width, options.pooled), dots, plane),
    ],
    encoding: planeEncoding(plane, language),
    config: lightTheme,
  };
}

function dotOf(row: Row, { language, labels, decimals = 2, tau2 = 0 }: RadialOptions): PlaneDot[] {
  const estimate = numberOf(row.estimate);
  const error = numberOf(row.standardError);
  const variance = numberOf(row.samplingVariance) ?? (error === null ? null : error ** 2);
  if (estimate === null || variance === null || !(variance + tau2 > 0)) return [];
  const x = 1 / Math.sqrt(variance + tau2);
  const y = estimate * x;
  const style = { language, decimals };
  const texts = { xText: cellText(x, "number", style), yText: cellText(y, "number", style) };
  return [{ name: labelOf(row.term, labels), x, y, size: null, ...texts }];
}

function lines(farthest: number, width: number, pooled: number | undefined): Layer[] {
  if (pooled === undefined) return [];
  const parallel = (offset: number, style: string) => lineLayer([[0, offset], [farthest, pooled * farthest + offset]], style); // biome-ignore format: a point a pair
  return [parallel(0, "interval"), parallel(width, "reference"), parallel(-width, "reference")];
}

/** Effects outside the band, farthest first. */
function outside(dots: readonly PlaneDot[], width: number, pooled: number | undefined): PlaneDot[] {
  if (pooled === undefined) return [];
  const distance = ({ x, y }: PlaneDot) => Math.abs(y - pooled * x);
  return dots.filter((dot) => distance(dot) > width).sort((a, b) => distance(b) - distance(a));
}
