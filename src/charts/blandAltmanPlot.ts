import type { TopLevelSpec } from "vega-lite";
import type { NumberStyle } from "../foundation/format.ts";
import { GLOSSARY } from "../foundation/glossary.ts";
import { sentence, type WordCode, word } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import {
  type ChartOptions,
  cellText,
  confidenceLabel,
  intervalText,
  type Layer,
  labelOf,
  numberOf,
  SCHEMA,
  scaleAround,
  tickLabels,
} from "./chart.ts";
import { drawnName } from "./plainText.ts";
import { lightTheme } from "./theme.ts";

export interface BlandAltmanOptions extends ChartOptions {
  /** Names of the two scores, for the axes; their labels are looked up. */
  readonly first?: string;
  readonly second?: string;
  readonly decimals?: number;
  readonly confidenceLevel?: number;
}

const WIDTH = 420;
const HEIGHT = 300;
const BETWEEN = 18;
const LONGEST = 28;

/**
 * Differences of two scores against their mean, with the bias and the limits of agreement as lines in their
 * confidence bands. Pairs that coincide are one larger dot.
 * @param rows lines: `term` "bias", "lower limit" or "upper limit" with `estimate`, `lower`, `upper`; dots: `mean` and
 *   `difference`, and `n` where a dot stands for more pairs. A hidden row is not drawn
 * @param options language, labels, title; `first` and `second` name the scores
 * @returns a Vega-Lite spec with the drawn figures only
 * @see Bland & Altman (1986), Statistical methods for assessing agreement, Lancet 327, figure 2
 * @example blandAltmanPlot([{ term: "bias", estimate: 0.5 }], { language: "en" }).description // "Bland-Altman plot of 0 pairs. Bias: 0.50."
 */
export function blandAltmanPlot(rows: readonly Row[], options: BlandAltmanOptions): TopLevelSpec {
  const { language } = options;
  const lines = linesOf(rows, options);
  const dots = dotsOf(rows, options);
  const names = scoreNames(options);
  const scale = heights(lines, dots);
  const axis = { labelExpr: tickLabels(language, "number"), grid: false, labelFlush: false };
  return {
    $schema: SCHEMA,
    description: description(lines, dots, options),
    ...(options.title === undefined ? {} : { title: { text: options.title, frame: "bounds" as const } }),
    width: WIDTH,
    height: HEIGHT,
    layer: [
      ...bands(lines, options),
      zero(scale),
      ...rules(lines, options),
      ...points(dots, options),
      ...texts(lines, scale),
    ],
    encoding: {
      x: {
        type: "quantitative",
        scale: scaleAround(dots.map(({ mean }) => mean)),
        axis: { ...axis, title: sentence("mean-of-two", names, language), tickCount: 6, labels: dots.length > 0 },
      },
      y: {
        type: "quantitative",
        scale: { domain: [...scale], nice: false, zero: false },
        axis: { ...axis, title: sentence("difference-of-two", names, language), tickCount: 7 },
      },
    },
    config: lightTheme,
  };
}

const LINES: readonly (readonly [string, WordCode])[] = [
  ["upper limit", "upper-limit"],
  ["bias", "bias"],
  ["lower limit", "lower-limit"],
];

interface Line {
  readonly kind: string;
  readonly name: string;
  readonly estimate: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly estimateText: string;
  readonly intervalText: string;
}

function styleOf({ language, decimals }: BlandAltmanOptions): NumberStyle {
  return { language, decimals: decimals ?? 2 };
}

function linesOf(rows: readonly Row[], options: BlandAltmanOptions): Line[] {
  const style = styleOf(options);
  return LINES.flatMap(([term, code]) => {
    const row = rows.find((candidate) => candidate.term === term);
    const estimate = numberOf(row?.estimate);
    if (row === undefined || estimate === null) return [];
    const [lower, upper] = [numberOf(row.lower), numberOf(row.upper)];
    const bounded = lower !== null && upper !== null;
    return {
      kind: term,
      name: word(code, options.language),
      estimate,
      lower: bounded ? lower : null,
      upper: bounded ? upper : null,
      estimateText: cellText(estimate, "number", style),
      intervalText: intervalText(lower, upper, style, "number"),
    };
  });
}

interface Dot {
  readonly mean: number;
  readonly difference: number;
  readonly count: number;
  readonly meanText: string;
  readonly differenceText: string;
}

/** Pairs with the same mean and difference are one dot. */
function dotsOf(rows: readonly Row[], options: BlandAltmanOptions): Dot[] {
  const style = styleOf(options);
  const found = new Map<string, Dot>();
  for (const row of rows) {
    const [mean, difference] = [numberOf(row.mean), numberOf(row.difference)];
    if (mean === null || difference === null) continue;
    const key = `${mean} ${difference}`;
    found.set(key, {
      mean,
      difference,
      count: (found.get(key)?.count ?? 0) + (numberOf(row.n) ?? 1),
      meanText: cellText(mean, "number", style),
      differenceText: cellText(difference, "number", style),
    });
  }
  return [...found.values()];
}

function scoreNames({ first, second, labels, language }: BlandAltmanOptions) {
  const name = (given: string | undefined, code: WordCode) =>
    given === undefined ? word(code, language) : drawnName(labelOf(given, labels), LONGEST);
  return { a: name(first, "first-score"), b: name(second, "second-score") };
}

/** The ends of the difference axis: all that is drawn and 0, with a little room. */
function heights(lines: readonly Line[], dots: readonly Dot[]): readonly [number, number] {
  const drawn = [
    0,
    ...dots.map(({ difference }) => difference),
    ...lines.flatMap(({ estimate, lower, upper }) => [estimate, lower ?? estimate, upper ?? estimate]),
  ];
  const [low, high] = [Math.min(...drawn), Math.max(...drawn)];
  const room = high > low ? (high - low) * 0.06 : 1;
  return [low - room, high + room];
}

function bands(lines: readonly Line[], options: BlandAltmanOptions): Layer[] {
  const bounded = lines.filter(({ lower }) => lower !== null);
  if (bounded.length === 0) return [];
  return [
    {
      data: { values: bounded.map((line) => ({ ...line })) },
      mark: { type: "rect", style: "emptyCell", strokeWidth: 0 },
      encoding: {
        y: { field: "lower", type: "quantitative" },
        y2: { field: "upper" },
        tooltip: lineTooltip(lines, options),
      },
    },
  ];
}

function zero(scale: readonly [number, number]): Layer {
  return {
    data: { values: scale[0] < 0 && scale[1] > 0 ? [{ at: 0 }] : [] },
    mark: { type: "rule", style: "ruler" },
    encoding: { y: { field: "at", type: "quantitative" } },
  };
}

function rules(lines: readonly Line[], options: BlandAltmanOptions): Layer[] {
  return (["interval", "reference"] as const).flatMap((style): Layer[] => {
    const own = lines.filter(({ kind }) => (kind === "bias") === (style === "interval"));
    if (own.length === 0) return [];
    return [
      {
        data: { values: own.map((line) => ({ ...line })) },
        mark: { type: "rule", style },
        encoding: { y: { field: "estimate", type: "quantitative" }, tooltip: lineTooltip(lines, options) },
      },
    ];
  });
}

function points(dots: readonly Dot[], { language }: BlandAltmanOptions): Layer[] {
  if (dots.length === 0) return [];
  const most = Math.max(...dots.map(({ count }) => count));
  const size = {
    field: "count",
    type: "quantitative" as const,
    scale: { domain: [0, most], range: [0, 320] },
    legend: null,
  };
  const tooltip = [
    { field: "meanText", title: GLOSSARY.mean.label[language], type: "nominal" as const },
    { field: "differenceText", title: GLOSSARY.difference.label[language], type: "nominal" as const },
    { field: "count", title: GLOSSARY.n.label[language], type: "quantitative" as const },
  ];
  return [
    {
      data: { values: dots.map((dot) => ({ ...dot })) },
      mark: { type: "point", shape: "circle", style: "estimate", opacity: 0.75, ...(most > 1 ? {} : { size: 45 }) },
      encoding: {
        x: { field: "mean", type: "quantitative" },
        y: { field: "difference", type: "quantitative" },
        ...(most > 1 ? { size } : {}),
        tooltip,
      },
    },
  ];
}

/** Name and value beside each line, moved apart where lines lie close together. */
function texts(lines: readonly Line[], [low, high]: readonly [number, number]): Layer[] {
  if (lines.length === 0) return [];
  const wanted = lines.map(({ estimate }) => (HEIGHT * (high - estimate)) / (high - low));
  const middle = wanted.reduce((sum, at) => sum + at, 0) / wanted.length;
  const close = wanted.some((at, i) => i > 0 && at - wanted[i - 1]! < BETWEEN);
  const placed = close ? wanted.map((_, i) => middle + (i - (wanted.length - 1) / 2) * BETWEEN) : wanted;
  return lines.map(
    ({ name, estimateText }, i): Layer => ({
      data: { values: [{ text: `${name} ${estimateText}` }] },
      mark: { type: "text", style: "label" },
      encoding: {
        x: { value: WIDTH + 10 },
        y: { value: Math.round(placed[i]!) },
        text: { field: "text", type: "nominal" },
      },
    }),
  );
}

function lineTooltip(lines: readonly Line[], { language, confidenceLevel }: BlandAltmanOptions) {
  const entries: [keyof Line, string][] = [
    ["name", GLOSSARY.term.label[language]],
    ["estimateText", GLOSSARY.estimate.label[language]],
    ["intervalText", confidenceLabel(confidenceLevel ?? 0.95, language)],
  ];
  return entries
    .filter(([field]) => lines.some((line) => line[field] !== ""))
    .map(([field, title]) => ({ field, title, type: "nominal" as const }));
}

function description(lines: readonly Line[], dots: readonly Dot[], { language }: BlandAltmanOptions): string {
  const pairs = dots.reduce((sum, { count }) => sum + count, 0);
  const figures = lines.map(({ name, estimateText, intervalText }) =>
    sentence("chart-pooled", { name, figures: `${estimateText} ${intervalText}`.trim() }, language),
  );
  return [sentence("chart-bland-altman", { k: pairs }, language), ...figures].join(" ");
}
