import type { TopLevelSpec } from "vega-lite";
import { GLOSSARY } from "../foundation/glossary.ts";
import { sentence, word } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { normalUpperQuantile } from "../numeric/normal.ts";
import { type ChartOptions, cellText, type Layer, labelOf, numberOf, SCHEMA } from "./chart.ts";
import {
  domainAround,
  dotLayer,
  lineLayer,
  nameLayers,
  PLANE,
  type Plane,
  type PlaneDot,
  planeEncoding,
} from "./plane.ts";
import { lightTheme } from "./theme.ts";

export interface FunnelOptions extends ChartOptions {
  /** The pooled estimate: the middle of the funnel. */
  readonly pooled?: number;
  /** The effect that the shaded bands test against; null draws none. */
  readonly reference?: number | null;
  /** What is estimated: label of the axis, as "Fisher's z". */
  readonly measure?: string;
  readonly shown?: "number" | "coefficient";
  readonly decimals?: number;
  /** How wide the funnel is: the share of effects it would hold if all estimated one true effect. */
  readonly confidenceLevel?: number;
}

const LEVELS = [0.9, 0.95, 0.99] as const;

/**
 * Effects against their standard errors, precise ones at the top. Shaded bands show where an effect differs from the
 * reference at p = .10, .05 and .01: studies missing where results are not significant suggest that they were not
 * published; studies missing elsewhere suggest another cause.
 * @param rows `term`, `estimate`, and `standardError` or `samplingVariance`; a row without them is not drawn
 * @param options language, labels, title; `pooled` draws the funnel, `reference` (0) the bands
 * @returns a Vega-Lite spec with the drawn figures only
 * @see Sterne & Egger (2001); Peters, Sutton, Jones, Abrams & Rushton (2008) on the bands
 * @example funnelPlot([{ term: "Chen", estimate: 0.3, standardError: 0.1 }], { language: "en" }).description // "Funnel plot of 1 effect."
 */
export function funnelPlot(rows: readonly Row[], options: FunnelOptions): TopLevelSpec {
  const { language, pooled } = options;
  const dots = rows.flatMap((row) => dotOf(row, options));
  const deepest = 1.06 * Math.max(0, ...dots.map(({ y }) => y)) || 1;
  const plane = planeOf(dots, deepest, options);
  const titles = { name: word("study", language), x: plane.x.title, y: GLOSSARY.standardError.label[language] };
  const known = sentence("chart-funnel", { k: dots.length }, language);
  const style = { language, decimals: options.decimals ?? 2 };
  const middle = pooled === undefined ? "" : cellText(pooled, options.shown ?? "number", style);
  return {
    $schema: SCHEMA,
    description: middle === "" ? known : `${known} ${sentence("chart-funnel-middle", { pooled: middle }, language)}`,
    ...(options.title === undefined ? {} : { title: { text: options.title, frame: "bounds" as const } }),
    ...PLANE,
    layer: [
      ...bands(deepest, options),
      ...funnel(deepest, options),
      ...dotLayer(dots, titles),
      ...nameLayers(outside(dots, options), dots, plane),
    ],
    encoding: planeEncoding(plane, language),
    config: lightTheme,
  };
}

function dotOf(row: Row, options: FunnelOptions): PlaneDot[] {
  const style = { language: options.language, decimals: options.decimals ?? 2 };
  const variance = numberOf(row.samplingVariance);
  const [x, y] = [
    numberOf(row.estimate),
    numberOf(row.standardError) ?? (variance === null ? null : Math.sqrt(variance)),
  ];
  if (x === null || y === null || Number.isNaN(y)) return [];
  const texts = { xText: cellText(x, options.shown ?? "number", style), yText: cellText(y, "number", style) };
  return [{ name: labelOf(row.term, options.labels), x, y, size: null, ...texts }];
}

function planeOf(dots: readonly PlaneDot[], deepest: number, options: FunnelOptions): Plane {
  const { language, pooled, measure, shown } = options;
  const reach = wide(options) * deepest;
  const sides = pooled === undefined ? [] : [pooled - reach, pooled + reach];
  const reference = options.reference === null || dots.length === 0 ? [] : [options.reference ?? 0];
  return {
    x: {
      title: measure ?? GLOSSARY.estimate.label[language],
      domain: domainAround([...dots.map(({ x }) => x), ...sides, ...reference]),
      shown: shown ?? "number",
    },
    y: { title: GLOSSARY.standardError.meaning[language], domain: [0, deepest], shown: "number", reversed: true },
  };
}

function wide({ confidenceLevel }: FunnelOptions): number {
  return normalUpperQuantile((1 - (confidenceLevel ?? 0.95)) / 2);
}

/** Wedges on both sides of the reference, the middle one between its own two sides. */
function bands(deepest: number, { reference, language }: FunnelOptions): Layer[] {
  if (reference === null) return [];
  const at = reference ?? 0;
  const limits = [0, ...LEVELS.map((level) => normalUpperQuantile((1 - level) / 2))];
  const p = LEVELS.map((level) => cellText(1 - level, "coefficient", { language, decimals: 2 }));
  const texts = [`p > ${p[0]}`, `${p[1]} < p ≤ ${p[0]}`, `${p[2]} < p ≤ ${p[1]}`];
  const wedge = (band: string, side: number, from: number, to: number) =>
    [0, deepest].map((y) => ({
      band,
      wedge: `${band} ${side}`,
      y,
      from: at + side * from * y,
      to: at + side * to * y,
    }));
  const values = texts.flatMap((band, i) => [-1, 1].flatMap((side) => wedge(band, side, limits[i]!, limits[i + 1]!)));
  const legend = { orient: "top" as const, title: null, symbolType: "square", symbolStrokeWidth: 0 };
  return [
    {
      data: { values },
      mark: { type: "area", orient: "horizontal", style: "band", clip: true },
      encoding: {
        x: { field: "from", type: "quantitative" },
        x2: { field: "to" },
        y: { field: "y", type: "quantitative" },
        detail: { field: "wedge", type: "nominal" },
        color: { field: "band", type: "ordinal", scale: { domain: texts }, legend },
      },
    },
  ];
}

/** The pooled estimate and the lines between which effects would lie if only chance made them differ. */
function funnel(deepest: number, options: FunnelOptions): Layer[] {
  const { pooled } = options;
  if (pooled === undefined) return [];
  const reach = wide(options) * deepest;
  const side = (end: number) => lineLayer([[pooled, 0], [end, deepest]], "reference"); // biome-ignore format: a point a pair
  return [lineLayer([[pooled, 0], [pooled, deepest]], "interval"), side(pooled - reach), side(pooled + reach)]; // biome-ignore format: a point a pair
}

/** Effects outside the funnel, farthest first: those are the ones a reader asks the name of. */
function outside(dots: readonly PlaneDot[], options: FunnelOptions): PlaneDot[] {
  const { pooled } = options;
  if (pooled === undefined) return [];
  const distance = ({ x, y }: PlaneDot) => Math.abs(x - pooled) / y;
  return dots.filter((dot) => distance(dot) > wide(options)).sort((a, b) => distance(b) - distance(a));
}
