import type { TopLevelSpec } from "vega-lite";
import type { NumberStyle } from "../foundation/format.ts";
import { GLOSSARY } from "../foundation/glossary.ts";
import { sentence } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import {
  type ChartOptions,
  cellText,
  confidenceLabel,
  inOrder,
  intervalText,
  type Layer,
  labelOf,
  legendColumns,
  numberOf,
  SCHEMA,
  scaleAround,
  tickLabels,
} from "./chart.ts";
import { drawnName } from "./plainText.ts";
import { lightTheme } from "./theme.ts";

export interface MeansOptions extends ChartOptions {
  /** Label of the axis; else that of the mean. */
  readonly measure?: string;
  /** The ends of the answer scale, where the axis must show all of it. */
  readonly range?: readonly [number, number];
  readonly decimals?: number;
  readonly confidenceLevel?: number;
}

const WIDTH = 420;
const LONGEST = 60;

/**
 * Means with their confidence intervals, a line per variable and within it a dot per group.
 * @param rows `term`, `mean`, and where known `group`, `lower`, `upper`, `n`, `standardDeviation`; a row without
 *   limits shows its dot alone, a row without a mean only its name
 * @param options language, labels, title; `range` shows the whole answer scale
 * @returns a Vega-Lite spec with the drawn figures only
 * @see Cumming & Finch (2005), Inference by eye, American Psychologist 60
 * @example meansPlot([{ term: "talk", mean: 3.1 }], { language: "en" }).description // "Chart of 1 mean with confidence intervals."
 */
export function meansPlot(rows: readonly Row[], options: MeansOptions): TopLevelSpec {
  const { language } = options;
  const dots = rows.map((row) => dotOf(row, options));
  const groups = inOrder(dots.map((dot) => dot.group).filter((group) => group !== ""));
  const grouped = groups.length > 0;
  return {
    $schema: SCHEMA,
    description: sentence("chart-means", { k: dots.filter((dot) => dot.mean !== null).length }, language),
    ...(options.title === undefined ? {} : { title: { text: options.title, frame: "bounds" as const } }),
    params: [
      {
        name: "variableLabels",
        value: Object.fromEntries(dots.map((dot) => [dot.term, drawnName(dot.label, LONGEST)])),
      },
    ],
    data: { values: dots.map((dot) => ({ ...dot })) },
    width: WIDTH,
    height: grouped ? { step: 20, for: "offset" } : { step: 30 },
    encoding: {
      x: {
        type: "quantitative",
        scale: scaleOf(dots, options.range),
        axis: {
          title: options.measure ?? GLOSSARY.mean.meaning[language],
          labelExpr: tickLabels(language, "number"),
          labelFlush: false,
          tickCount: 6,
        },
      },
    },
    layer: layers(dots, groups, options),
    config: { ...lightTheme, scale: paddings(groups.length) },
  };
}

/** Between variables about as much room as one group takes, however many groups there are. */
function paddings(groups: number) {
  const between = 1.1 / (groups + 1.1);
  return { bandWithNestedOffsetPaddingInner: between, bandWithNestedOffsetPaddingOuter: between / 2 };
}

type Dot = ReturnType<typeof dotOf>;

/** The whole answer scale where it is known, else the surroundings of the means. */
function scaleOf(dots: readonly Dot[], range: MeansOptions["range"]) {
  if (range !== undefined) return { domain: [...range], nice: false };
  return scaleAround(dots.flatMap(({ mean, lower, upper }) => [mean, lower, upper]));
}

function dotOf(row: Row, options: MeansOptions) {
  const style: NumberStyle = { language: options.language, decimals: options.decimals ?? 2 };
  const [mean, lower, upper] = [numberOf(row.mean), numberOf(row.lower), numberOf(row.upper)];
  const bounded = lower !== null && upper !== null;
  return {
    term: String(row.term ?? ""),
    label: labelOf(row.term, options.labels),
    group: labelOf(row.group, options.labels),
    mean,
    lower: bounded ? lower : null,
    upper: bounded ? upper : null,
    meanText: cellText(mean, "number", style),
    intervalText: intervalText(lower, upper, style, "number"),
    deviationText: cellText(numberOf(row.standardDeviation), "number", style),
    n: cellText(numberOf(row.n), "count", style),
  };
}

function layers(dots: readonly Dot[], groups: readonly string[], options: MeansOptions): Layer[] {
  const grouped = groups.length > 0;
  const axis = { title: null, labelExpr: "variableLabels[datum.value]", domain: false, ticks: false, grid: !grouped };
  const columns = legendColumns(groups, WIDTH);
  const legend = { orient: "top" as const, title: null, symbolSize: 90, columns };
  const place = {
    y: { field: "term", type: "nominal" as const, sort: null, axis },
    ...(grouped ? { yOffset: { field: "group", type: "nominal" as const, sort: [...groups] } } : {}),
    ...(grouped ? { color: { field: "group", type: "nominal" as const, scale: { domain: [...groups] }, legend } } : {}),
    tooltip: tooltip(dots, options),
  };
  const shape = grouped
    ? { shape: { field: "group", type: "nominal" as const, scale: { domain: [...groups] }, legend } }
    : {};
  const rule: Layer = {
    transform: [{ filter: { field: "lower", valid: true } }],
    mark: { type: "rule", style: "interval" },
    encoding: { ...place, x: { field: "lower", type: "quantitative" }, x2: { field: "upper" } },
  };
  const dot: Layer = {
    mark: { type: "point", style: "estimate", size: 90 },
    encoding: { ...place, ...shape, x: { field: "mean", type: "quantitative" } },
  };
  return dots.some(({ lower }) => lower !== null) ? [rule, dot] : [dot];
}

function tooltip(dots: readonly Dot[], { language, confidenceLevel }: MeansOptions) {
  const entries: [keyof Dot, string][] = [
    ["label", GLOSSARY.term.label[language]],
    ["group", GLOSSARY.group.label[language]],
    ["meanText", GLOSSARY.mean.label[language]],
    ["intervalText", confidenceLabel(confidenceLevel ?? 0.95, language)],
    ["deviationText", GLOSSARY.standardDeviation.label[language]],
    ["n", GLOSSARY.n.label[language]],
  ];
  return entries
    .filter(([field]) => dots.some((dot) => dot[field] !== ""))
    .map(([field, title]) => ({ field, title, type: "nominal" as const }));
}
