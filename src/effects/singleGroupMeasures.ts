import type { Measure, Reported } from "./measure.ts";

const PROPORTION = ["events", "n"] as const;
const noMoreThanAll = ({ events, n }: Reported) => events <= n;
const share = ({ events, n }: Reported) => events / n;
const spread = (row: Reported) => share(row) * ((row.n - row.events) / row.n);
const angle = (part: number, rest: number) => Math.atan2(Math.sqrt(part), Math.sqrt(rest));

/** Measures of one group: proportions, means and reliabilities. */
export const SINGLE_GROUP_MEASURES = {
  PR: {
    label: { en: "proportion", nl: "proportie" },
    columns: PROPORTION,
    cells: { kind: "proportion", add: 0.5 },
    possible: noMoreThanAll,
    estimate: share,
    variance: { LS: (row) => spread(row) / row.n, UB: (row) => spread(row) / (row.n - 1) },
  },
  PLN: {
    label: { en: "log proportion", nl: "log van de proportie" },
    columns: PROPORTION,
    cells: { kind: "proportion", add: 0.5 },
    possible: noMoreThanAll,
    estimate: (row) => Math.log(share(row)),
    variance: { LS: ({ events, n }) => (n - events) / events / n },
  },
  PLO: {
    label: { en: "log odds", nl: "log-odds" },
    columns: PROPORTION,
    cells: { kind: "proportion", add: 0.5 },
    possible: noMoreThanAll,
    estimate: ({ events, n }) => Math.log(events / (n - events)),
    variance: { LS: ({ events, n }) => 1 / events + 1 / (n - events) },
  },
  PAS: {
    label: { en: "arcsine of the proportion", nl: "arcsinus van de proportie" },
    columns: PROPORTION,
    cells: { kind: "proportion", add: 0 },
    possible: noMoreThanAll,
    estimate: ({ events, n }) => angle(events, n - events),
    variance: { LS: ({ n }) => 1 / (4 * n) },
  },
  PFT: {
    label: { en: "Freeman-Tukey double arcsine", nl: "dubbele arcsinus van Freeman en Tukey" },
    columns: PROPORTION,
    cells: { kind: "proportion", add: 0 },
    possible: noMoreThanAll,
    estimate: ({ events, n }) => (angle(events, n - events + 1) + angle(events + 1, n - events)) / 2,
    variance: { LS: ({ n }) => 1 / (4 * n + 2) },
  },
  MN: {
    label: { en: "mean", nl: "gemiddelde" },
    columns: ["mean", "sd", "n"],
    estimate: ({ mean }) => mean,
    variance: { LS: ({ sd, n }) => sd ** 2 / n },
  },
  ARAW: {
    label: { en: "Cronbach's alpha", nl: "Cronbachs alfa" },
    columns: ["alpha", "items", "n"],
    above: { n: 2 },
    estimate: ({ alpha }) => alpha,
    variance: {
      LS: ({ alpha, items, n }) => (2 * items * (1 - alpha) ** 2) / ((items - 1) * (n - 2)),
    },
  },
  AHW: {
    label: { en: "alpha by Hakstian and Whalen", nl: "alfa volgens Hakstian en Whalen" },
    columns: ["alpha", "items", "n"],
    above: { n: 1 },
    estimate: ({ alpha }) => 1 - Math.cbrt(1 - alpha),
    variance: {
      LS: ({ alpha, items, n }) =>
        (18 * items * (n - 1) * Math.cbrt(1 - alpha) ** 2) / ((items - 1) * (9 * n - 11) ** 2),
    },
  },
  ABT: {
    label: { en: "alpha by Bonett", nl: "alfa volgens Bonett" },
    columns: ["alpha", "items", "n"],
    above: { n: 2 },
    estimate: ({ alpha }) => -Math.log1p(-alpha),
    variance: { LS: ({ items, n }) => (2 * items) / ((items - 1) * (n - 2)) },
  },
} as const satisfies Record<string, Measure>;
