import type { TopLevelSpec } from "vega-lite";
import { GLOSSARY } from "../foundation/glossary.ts";
import { sentence, word } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { betaQuantile, betaUpperQuantile } from "../numeric/betaDistribution.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { type ChartOptions, cellText, type Layer, labelOf, numberOf, SCHEMA } from "./chart.ts";
import { domainAround, dotLayer, lineLayer, nameLayers, PLANE, type PlaneDot, planeEncoding } from "./plane.ts";
import { lightTheme } from "./theme.ts";

export interface NormalQuantileOptions extends ChartOptions {
  /** Which residuals are drawn. */
  readonly column?: "studentizedResidual" | "standardizedResidual";
  readonly decimals?: number;
  /** Of the band, for each residual on its own. */
  readonly confidenceLevel?: number;
}

interface Residual extends PlaneDot {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Residuals in their order against what normal residuals of that rank would be: on the line when the model holds. The
 * band holds each residual with the confidence asked for, if they were independent; that one in twenty leaves it is chance.
 * @param rows `term` and `studentizedResidual` (or the column asked for); a row without it is not drawn
 * @param options language, labels, title; `confidenceLevel` of the band
 * @returns a Vega-Lite spec with the drawn figures only; residuals outside the band are named where there is room
 * @see Wang & Bushman (1998), Using the normal quantile plot to explore meta-analytic data sets; ranks: Blom (1958);
 * band: an order statistic of k uniform draws is beta(i, k - i + 1)
 * @example normalQuantilePlot([{ term: "Chen", studentizedResidual: 0.3 }], { language: "en" }).description // "Normal quantile plot of 1 residual; 0 outside the band."
 */
export function normalQuantilePlot(rows: readonly Row[], options: NormalQuantileOptions): TopLevelSpec {
  const { language, column = "studentizedResidual" } = options;
  const dots = residualsOf(rows, options);
  const outside = dots.filter(({ y, lower, upper }) => y < lower || y > upper);
  const reach = dots.flatMap(({ x, y, lower, upper }) => [x, y, lower, upper]);
  const plane = {
    x: { title: sentence("chart-qq-x", {}, language), domain: domainAround(dots.map(({ x }) => x)), shown: "number" },
    y: { title: GLOSSARY[column].label[language], domain: domainAround(reach), shown: "number" },
  } as const;
  const titles = { name: word("study", language), x: plane.x.title, y: plane.y.title };
  const far = ({ x, y }: Residual) => Math.abs(y - x);
  return {
    $schema: SCHEMA,
    description: sentence("chart-qq", { k: dots.length, outside: outside.length }, language),
    ...(options.title === undefined ? {} : { title: { text: options.title, frame: "bounds" as const } }),
    ...PLANE,
    layer: [
      ...band(dots),
      ...dotLayer(dots.map(bare), titles),
      ...nameLayers(outside.toSorted((a, b) => far(b) - far(a)), dots, plane), // biome-ignore format: one layer a line
    ],
    encoding: planeEncoding(plane, language),
    config: lightTheme,
  };
}

function residualsOf(rows: readonly Row[], options: NormalQuantileOptions): Residual[] {
  const { column = "studentizedResidual", language, labels, decimals = 2, confidenceLevel = 0.95 } = options;
  const style = { language, decimals };
  const known = rows.flatMap((row) => {
    const y = numberOf(row[column]);
    return y === null ? [] : [{ y, name: labelOf(row.term, labels) }];
  });
  const k = known.length;
  const tail = (1 - confidenceLevel) / 2;
  return known
    .toSorted((a, b) => a.y - b.y)
    .map(({ y, name }, i) => {
      const x = normalQuantile((i + 1 - 3 / 8) / (k + 1 / 4));
      return {
        ...{ name, x, y, size: null },
        xText: cellText(x, "number", style),
        yText: cellText(y, "number", style),
        lower: normalQuantile(betaQuantile(tail, i + 1, k - i)),
        upper: normalQuantile(betaUpperQuantile(tail, i + 1, k - i)),
      };
    });
}

function bare({ lower: _lower, upper: _upper, ...dot }: Residual): PlaneDot {
  return dot;
}

/** The band, and the line on which residual and quantile are the same. */
function band(dots: readonly Residual[]): Layer[] {
  if (dots.length < 2) return [];
  const [first, last] = [dots[0]!.x, dots.at(-1)!.x];
  return [
    {
      data: { values: dots.map(({ x, lower, upper }) => ({ x, lower, upper })) },
      mark: { type: "area", style: "band", clip: true },
      encoding: {
        x: { field: "x", type: "quantitative" },
        y: { field: "lower", type: "quantitative" },
        y2: { field: "upper" },
      },
    },
    lineLayer([[first, first], [last, last]], "reference"), // biome-ignore format: a point a pair
  ];
}
