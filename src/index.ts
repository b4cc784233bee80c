// The package's entry: everything that runs anywhere, also in a browser. Files, notebooks and the command line: ./node.ts
export * from "./statistics.ts";
export { binomialEffectSizeDisplay } from "./effects/binomialEffectSizeDisplay.ts";
export { dFromR, rFromD } from "./effects/correlationToD.ts";
export { BetrokkenError, type Location, type Problem, problemsText } from "./foundation/errors.ts";
export { formatCoefficient, formatInterval, formatNumber, formatPValue } from "./foundation/format.ts";
export { type ColumnName, GLOSSARY } from "./foundation/glossary.ts";
export { type Language, notePhrase, type Text } from "./foundation/phrases.ts";
export type { Note, Result, Sample } from "./foundation/result.ts";
export type { Cell, Row } from "./foundation/row.ts";
export type { Card, Context } from "./foundation/statistic.ts";
export { disclose, type Profile } from "./results/disclosure.ts";
export { loadCard, STATISTIC_NAMES, type StatisticName } from "./results/registry.ts";
export { augment, glance, tidy } from "./results/tidy.ts";
export { categoriesOf, type Field, fieldOf, numbersOf, type Table } from "./table/table.ts";
