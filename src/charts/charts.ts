import type { TopLevelSpec } from "vega-lite";
import type { Row } from "../foundation/row.ts";
import { baujatPlot } from "./baujatPlot.ts";
import { blandAltmanPlot } from "./blandAltmanPlot.ts";
import type { ChartOptions } from "./chart.ts";
import { correlationHeatMap } from "./correlationHeatMap.ts";
import { coverageChart } from "./coverageChart.ts";
import { crosswalkMatrix } from "./crosswalkMatrix.ts";
import { forestPlot } from "./forestPlot.ts";
import { funnelPlot } from "./funnelPlot.ts";
import { goshPlot } from "./goshPlot.ts";
import { influencePanel } from "./influencePanel.ts";
import { itemTotalChart } from "./itemTotalChart.ts";
import { labbePlot } from "./labbePlot.ts";
import { meansPlot } from "./meansPlot.ts";
import { normalQuantilePlot } from "./normalQuantilePlot.ts";
import { radialPlot } from "./radialPlot.ts";

/** Every chart by the name a card gives it. All take rows and at least language, labels and title. */
export const CHARTS = {
  baujatPlot,
  blandAltmanPlot,
  correlationHeatMap,
  coverageChart,
  crosswalkMatrix,
  forestPlot,
  funnelPlot,
  goshPlot,
  influencePanel,
  itemTotalChart,
  labbePlot,
  meansPlot,
  normalQuantilePlot,
  radialPlot,
} as const satisfies Record<string, (rows: readonly Row[], options: ChartOptions) => TopLevelSpec>;

export type ChartName = keyof typeof CHARTS;
export const CHART_NAMES = Object.keys(CHARTS) as readonly ChartName[];
