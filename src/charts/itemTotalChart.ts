import type { TopLevelSpec } from "vega-lite";
import type { NumberStyle } from "../foundation/format.ts";
import { GLOSSARY } from "../foundation/glossary.ts";
import { sentence } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { type ChartOptions, cellText, type Layer, labelOf, numberOf, SCHEMA, tickLabels } from "./chart.ts";
import { drawnName } from "./plainText.ts";
import { lightTheme } from "./theme.ts";

export interface ItemTotalOptions extends ChartOptions {
  /** Alpha of the whole scale, to compare alpha without an item with. */
  readonly alpha?: number;
  readonly decimals?: number;
}

const WIDTH = 360;
const STEP = 28;
const LONGEST = 60;
const TEXT_LEFT = 24;

/**
 * How each item of a scale goes with the rest: its item-rest correlation as a dot on a line from 0, and beside it alpha
 * of the scale without the item.
 * @param rows `term`, `itemRest`, and where known `alphaIfDropped`, `n`; a row without a correlation shows its name only
 * @param options language, labels, title; `alpha` of the whole scale stands above the right-hand column
 * @returns a Vega-Lite spec with the drawn figures only
 * @see Nunnally & Bernstein (1994), ch. 8, on item-rest correlations
 * @example itemTotalChart([{ term: "talk", itemRest: 0.5 }], { language: "en" }).description // "Item-rest correlations of 1 item. Lowest: talk, .50."
 */
export function itemTotalChart(rows: readonly Row[], options: ItemTotalOptions): TopLevelSpec {
  const dots = rows.map((row) => dotOf(row, options));
  return {
    $schema: SCHEMA,
    description: description(dots, options),
    ...(options.title === undefined ? {} : { title: { text: options.title, frame: "bounds" as const } }),
    params: [
      { name: "itemLabels", value: Object.fromEntries(dots.map((dot) => [dot.term, drawnName(dot.label, LONGEST)])) },
    ],
    data: { values: dots.map((dot) => ({ ...dot })) },
    width: WIDTH,
    height: { step: STEP },
    layer: [zero(), ...marks(dots, options), ...texts(dots, options)],
    config: lightTheme,
  };
}

/** One line per item, in the order of the rows. */
const PLACE = {
  field: "term",
  type: "nominal" as const,
  sort: null,
  axis: { title: null, labelExpr: "itemLabels[datum.value]", domain: false, ticks: false, grid: true },
};

interface Dot {
  readonly term: string;
  readonly label: string;
  readonly itemRest: number | null;
  readonly itemRestText: string;
  readonly alphaText: string;
  readonly n: string;
}

function dotOf(row: Row, options: ItemTotalOptions): Dot {
  const style: NumberStyle = { language: options.language, decimals: options.decimals ?? 2 };
  const itemRest = numberOf(row.itemRest);
  return {
    term: String(row.term ?? ""),
    label: labelOf(row.term, options.labels),
    itemRest,
    itemRestText: cellText(itemRest, "coefficient", style),
    alphaText: cellText(numberOf(row.alphaIfDropped), "coefficient", style),
    n: cellText(numberOf(row.n), "count", style),
  };
}

function zero(): Layer {
  return {
    data: { values: [{ at: 0 }] },
    mark: { type: "rule", style: "ruler" },
    encoding: { x: { field: "at", type: "quantitative" } },
  };
}

/** A line from 0 to each correlation, and a dot at its end. */
function marks(dots: readonly Dot[], options: ItemTotalOptions): Layer[] {
  const { language } = options;
  const lowest = Math.min(0, ...dots.map(({ itemRest }) => itemRest ?? 0));
  const x = {
    field: "itemRest",
    type: "quantitative" as const,
    scale: { domain: [Math.floor(lowest * 5) / 5, 1], nice: false },
    axis: {
      title: GLOSSARY.itemRest.meaning[language],
      labelExpr: tickLabels(language, "coefficient"),
      labelFlush: false,
      tickCount: 6,
      grid: false,
    },
  };
  const known = { transform: [{ filter: { field: "itemRest", valid: true } }] };
  const shown = { y: PLACE, tooltip: tooltip(dots, options) };
  return [
    { ...known, mark: { type: "rule", style: "interval" }, encoding: { ...shown, x, x2: { datum: 0 } } },
    { ...known, mark: { type: "point", style: "estimate", size: 90 }, encoding: { ...shown, x } },
  ];
}

/** Alpha without each item in a column on the right, under its name. */
function texts(dots: readonly Dot[], { language, alpha, decimals }: ItemTotalOptions): Layer[] {
  if (dots.every(({ alphaText }) => alphaText === "")) return [];
  const style: NumberStyle = { language, decimals: decimals ?? 2 };
  const whole = alpha === undefined ? "" : ` (α ${cellText(alpha, "coefficient", style)})`;
  const head = `${GLOSSARY.alphaIfDropped.label[language]}${whole}`;
  return [
    {
      mark: { type: "text", style: "label" },
      encoding: { x: { value: WIDTH + TEXT_LEFT }, y: PLACE, text: { field: "alphaText", type: "nominal" } },
    },
    {
      data: { values: [{ head }] },
      mark: { type: "text", style: "columnHead", align: "left" },
      encoding: { x: { value: WIDTH + TEXT_LEFT }, y: { value: -10 }, text: { field: "head", type: "nominal" } },
    },
  ];
}

function tooltip(dots: readonly Dot[], { language }: ItemTotalOptions) {
  const entries: [keyof Dot, string][] = [
    ["label", GLOSSARY.term.label[language]],
    ["itemRestText", GLOSSARY.itemRest.label[language]],
    ["alphaText", GLOSSARY.alphaIfDropped.label[language]],
    ["n", GLOSSARY.n.label[language]],
  ];
  return entries
    .filter(([field]) => dots.some((dot) => dot[field] !== ""))
    .map(([field, title]) => ({ field, title, type: "nominal" as const }));
}

function description(dots: readonly Dot[], { language }: ItemTotalOptions): string {
  const known = dots.filter((dot): dot is Dot & { itemRest: number } => dot.itemRest !== null);
  const whole = sentence("chart-item-total", { k: known.length }, language);
  if (known.length === 0) return whole;
  const lowest = known.reduce((low, dot) => (dot.itemRest < low.itemRest ? dot : low));
  return `${whole} ${sentence("chart-lowest-item", { item: lowest.label, r: lowest.itemRestText }, language)}`;
}
