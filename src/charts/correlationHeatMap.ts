import type { TopLevelSpec } from "vega-lite";
import { formatCoefficient } from "../foundation/format.ts";
import { GLOSSARY } from "../foundation/glossary.ts";
import { sentence } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { type ChartOptions, confidenceLabel, inOrder, type Layer, SCHEMA, tickLabels } from "./chart.ts";
import { type HeatCell, type HeatOrder, heatCells, heatOrder } from "./heatCells.ts";
import { drawnName } from "./plainText.ts";
import { widest } from "./textWidth.ts";
import { lightTheme } from "./theme.ts";

export interface HeatMapOptions extends ChartOptions {
  readonly confidenceLevel?: number;
}

/**
 * Correlations as coloured cells with their value, on a scale that always runs from -1 to 1, so that two heat maps
 * can be compared. A cell without a correlation stays grey.
 * @param rows `term`, `with`, `r`, and where known `lower`, `upper`, `n`, `pValue`, `adjustedPValue`, `level`; several
 *   levels (total, within, between) stand under each other
 * @param options language, labels, title
 * @returns a Vega-Lite spec with the drawn figures only
 * @see Friendly (2002), Corrgrams: exploratory displays for correlation matrices, The American Statistician 56
 * @example correlationHeatMap([{ term: "a", with: "b", r: 0.39 }], { language: "nl" }).description // "Heatmap van 1 correlatie, op een schaal van −1 tot 1. Sterkste: a met b, r = ,39."
 */
export function correlationHeatMap(rows: readonly Row[], options: HeatMapOptions): TopLevelSpec {
  const cells = heatCells(rows, options);
  const order = heatOrder(rows);
  const levels = inOrder(cells.map((cell) => cell.level));
  const labels = cells.map(({ acrossLabel }) => drawnName(acrossLabel, LONGEST));
  const narrow = cellWidth(order.across.length);
  const step = Math.max(narrow, levelWidth(order.across.length, labels));
  const panel = {
    width: { step },
    height: { step: Math.max(20, Math.round(narrow * 0.62)) },
    layer: layers(cells, order, step, options),
  };
  const head = {
    $schema: SCHEMA,
    description: description(cells, options.language),
    ...(options.title === undefined ? {} : { title: { text: options.title, frame: "bounds" as const } }),
    params: [{ name: "variableLabels", value: namesAndLabels(cells) }],
    data: { values: cells.map((cell) => ({ ...cell })) },
    config: lightTheme,
  };
  if (levels.length < 2) return { ...head, ...panel };
  const header = { labelAngle: 0, labelOrient: "top" as const, labelAnchor: "start" as const, labelPadding: 4 };
  return { ...head, facet: { row: { field: "level", type: "nominal", sort: levels, header } }, spec: panel };
}

const LONGEST = 44;
const WIDEST_PANEL = 520;
const WIDEST_CELL = 220;

/** Few columns may be as wide as their labels, which then stand level; 0 where that asks too much. */
function levelWidth(columns: number, labels: readonly string[]): number {
  const width = Math.ceil(widest(labels, 13)) + 14;
  return width <= WIDEST_CELL && width * columns <= WIDEST_PANEL ? width : 0;
}

function cellWidth(columns: number): number {
  if (columns <= 8) return 62;
  if (columns <= 16) return 48;
  return columns <= 30 ? 40 : 30;
}

function namesAndLabels(cells: readonly HeatCell[]): Record<string, string> {
  return Object.fromEntries(
    cells.flatMap((cell) => [
      [cell.down, drawnName(cell.downLabel, LONGEST)],
      [cell.across, drawnName(cell.acrossLabel, LONGEST)],
    ]),
  );
}

function layers(cells: readonly HeatCell[], order: HeatOrder, step: number, options: HeatMapOptions): Layer[] {
  const present = cells.some((cell) => cell.r !== null);
  const place = places(cells, order, step);
  const empty = cells.some((cell) => cell.r === null) ? emptyCells(place) : [];
  return present ? [...empty, colouredCells(cells, place, options), ...values(cells, place, step)] : empty;
}

/** Variables keep their names in the data; the axes show their labels, which need not be unique. */
function places(cells: readonly HeatCell[], order: HeatOrder, step: number) {
  const labels = cells.map(({ acrossLabel }) => drawnName(acrossLabel, LONGEST));
  const level = widest(labels, 13) < step - 6;
  const labelExpr = "variableLabels[datum.value]";
  const shared = { labelExpr, title: null, domain: false, ticks: false };
  return {
    x: {
      field: "across",
      type: "nominal" as const,
      scale: { domain: [...order.across] },
      axis: { ...shared, labelAngle: level ? 0 : -45, labelOverlap: false },
    },
    y: {
      field: "down",
      type: "nominal" as const,
      scale: { domain: [...order.down] },
      axis: { ...shared, labelOverlap: false },
    },
  };
}

type Places = ReturnType<typeof places>;

/** Grey with a dash: there is no correlation, or it is hidden. */
function emptyCells({ x, y }: Places): Layer[] {
  const transform = [{ filter: { not: { field: "r", valid: true } } }];
  return [
    { transform, mark: { type: "rect", style: "emptyCell" }, encoding: { x, y } },
    { transform, mark: { type: "text", style: "cellText" }, encoding: { x, y, text: { value: "–" } } },
  ];
}

function colouredCells(cells: readonly HeatCell[], { x, y }: Places, options: HeatMapOptions): Layer {
  return {
    transform: [{ filter: { field: "r", valid: true } }],
    mark: { type: "rect", style: "cell" },
    encoding: {
      x,
      y,
      color: {
        field: "r",
        type: "quantitative",
        scale: { domain: [-1, 1], range: "diverging", type: "linear", interpolate: "rgb" },
        legend: {
          title: "r",
          values: [-1, -0.5, 0, 0.5, 1],
          format: ".1f",
          labelExpr: tickLabels(options.language, "coefficient"),
          gradientLength: 140,
        },
      },
      tooltip: tooltip(cells, options),
    },
  };
}

const STRONG = 0.6;

/** The values, in light letters on dark cells and the other way round. */
function values(cells: readonly HeatCell[], { x, y }: Places, step: number): Layer[] {
  const layer = (strong: boolean): Layer => ({
    transform: [{ filter: strong ? `abs(datum.r) >= ${STRONG}` : `isValid(datum.r) && abs(datum.r) < ${STRONG}` }],
    mark: { type: "text", style: strong ? "strongCellText" : "cellText", fontSize: fontSize(step) },
    encoding: { x, y, text: { field: "text", type: "nominal" } },
  });
  const has = (strong: boolean) => cells.some(({ r }) => r !== null && Math.abs(r) >= STRONG === strong);
  return [true, false].filter(has).map(layer);
}

function fontSize(step: number): number {
  if (step >= 60) return 14;
  return step >= 40 ? 12 : 10;
}

function tooltip(cells: readonly HeatCell[], { language, confidenceLevel }: HeatMapOptions) {
  const entries: [keyof HeatCell, string][] = [
    ["downLabel", GLOSSARY.term.label[language]],
    ["acrossLabel", GLOSSARY.with.label[language]],
    ["level", GLOSSARY.level.label[language]],
    ["text", "r"],
    ["interval", confidenceLabel(confidenceLevel ?? 0.95, language)],
    ["n", GLOSSARY.n.label[language]],
    ["p", GLOSSARY.pValue.label[language]],
    ["adjustedP", GLOSSARY.adjustedPValue.label[language]],
  ];
  return entries
    .filter(([field]) => cells.some((cell) => cell[field] !== ""))
    .map(([field, title]) => ({ field, title, type: "nominal" as const }));
}

function description(cells: readonly HeatCell[], language: ChartOptions["language"]): string {
  const known = cells.filter((cell) => cell.r !== null);
  const head = sentence("chart-heat-map", { k: known.length }, language);
  const strongest = known.reduce<HeatCell | undefined>(
    (best, cell) => (best && Math.abs(best.r!) >= Math.abs(cell.r!) ? best : cell),
    undefined,
  );
  if (!strongest) return head;
  const { downLabel: a, acrossLabel: b } = strongest;
  return `${head} ${sentence("chart-strongest", { a, b, r: formatCoefficient(strongest.r!, { language }) }, language)}`;
}
