import type { TopLevelSpec } from "vega-lite";
import { GLOSSARY } from "../foundation/glossary.ts";
import { sentence, word } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { type ChartOptions, cellText, numberOf, SCHEMA, tickLabels } from "./chart.ts";
import { domainAround, PLANE, planeEncoding } from "./plane.ts";
import { lightTheme } from "./theme.ts";

export interface GoshPlotOptions extends ChartOptions {
  /** The measure of heterogeneity against which the pooled effect is drawn. */
  readonly column?: "I2" | "tau2" | "Q";
  /** What is estimated: label of the axis. */
  readonly measure?: string;
  /** Place of a study among the effects, from 0: colours the cells by the share of subsets that hold it. */
  readonly study?: number;
  readonly studyName?: string;
}

interface Subset {
  readonly x: number;
  readonly y: number;
  readonly isIn: boolean;
}

const CELLS = 40;

/**
 * Pooled effect and heterogeneity of subsets of the studies as a map of where subsets are many: one cloud when the
 * studies tell one story, two when a study or a group of them makes another. With `study`, its own cloud shows.
 * @param rows `estimate`, `I2` (or the column asked for) and `term`: a 1 per study that is in, as gosh gives them
 * @param options language, title; `column`, `study`
 * @returns a Vega-Lite spec with counts per cell only, so that its size does not grow with the subsets
 * @see Olkin, Dahabreh & Trikalinos (2012), GOSH: a graphical display of study heterogeneity
 * @example goshPlot([{ term: "11", estimate: 0.3, I2: 0.2 }], { language: "en" }).description // "GOSH plot of 1 subset of studies."
 */
export function goshPlot(rows: readonly Row[], options: GoshPlotOptions): TopLevelSpec {
  const { language, column = "I2", measure, study, studyName } = options;
  const subsets = rows.flatMap((row) => subsetOf(row, column, study));
  const plane = {
    x: {
      title: measure ?? GLOSSARY.estimate.label[language],
      domain: domainAround(subsets.map(({ x }) => x)),
      shown: "number",
    },
    y: { title: GLOSSARY[column].label[language], domain: domainAround([0, ...subsets.map(({ y }) => y)]), shown: "number" }, // biome-ignore format: one line an axis
  } as const;
  const count = word("subsets", language);
  const share = studyName ?? "";
  const colored = study === undefined ? "count" : "share";
  const scale = { type: study === undefined ? ("log" as const) : ("linear" as const), scheme: "blues" as const };
  const field = { field: colored, type: "quantitative" as const };
  const style = { language, decimals: 0 };
  const legend =
    study === undefined
      ? { title: count, labelExpr: tickLabels(language, "number") }
      : { title: share, labelExpr: tickLabels(language, "share") };
  return {
    $schema: SCHEMA,
    description: sentence("chart-gosh", { k: subsets.length }, language),
    ...(options.title === undefined ? {} : { title: { text: options.title, frame: "bounds" as const } }),
    ...PLANE,
    data: {
      values: cells(subsets, plane.x.domain, plane.y.domain).map((cell) => ({
        ...cell,
        countText: cellText(cell.count, "number", style),
        shareText: cellText(cell.share, "number", { language, decimals: 2 }),
      })),
    },
    mark: { type: "rect", clip: true },
    encoding: {
      ...planeEncoding(plane, language),
      x: { ...planeEncoding(plane, language).x, field: "x" },
      x2: { field: "x2" },
      y: { ...planeEncoding(plane, language).y, field: "y" },
      y2: { field: "y2" },
      ...(subsets.length === 0 ? {} : { color: { ...field, scale, legend } }),
      tooltip: [
        { field: "countText", title: count, type: "nominal" },
        ...(study === undefined ? [] : [{ field: "shareText", title: share, type: "nominal" as const }]),
      ],
    },
    config: lightTheme,
  };
}

function subsetOf(row: Row, column: "I2" | "tau2" | "Q", study: number | undefined): Subset[] {
  const [x, y] = [numberOf(row.estimate), numberOf(row[column])];
  const isIn = study !== undefined && String(row.term)[study] === "1";
  return x === null || y === null ? [] : [{ x, y, isIn }];
}

type Ends = readonly [number, number];

/** Counts per cell of the plane, and which share of a cell's subsets holds the study. */
function cells(subsets: readonly Subset[], xEnds: Ends, yEnds: Ends) {
  const counts = new Map<number, { count: number; held: number }>();
  const step = ([low, high]: Ends) => (high - low) / CELLS;
  const place = (value: number, ends: Ends) => Math.min(CELLS - 1, Math.floor((value - ends[0]) / step(ends)));
  for (const { x, y, isIn } of subsets) {
    const key = place(x, xEnds) * CELLS + place(y, yEnds);
    const cell = counts.get(key) ?? { count: 0, held: 0 };
    counts.set(key, { count: cell.count + 1, held: cell.held + (isIn ? 1 : 0) });
  }
  return [...counts].map(([key, { count, held }]) => {
    const [i, j] = [Math.floor(key / CELLS), key % CELLS];
    const x = xEnds[0] + i * step(xEnds);
    const y = yEnds[0] + j * step(yEnds);
    return { x, x2: x + step(xEnds), y, y2: y + step(yEnds), count, share: held / count };
  });
}
