import { forestPlot } from "../charts/forestPlot.ts";
import type { ColumnName } from "../foundation/glossary.ts";
import { type Language, notePhrase } from "../foundation/phrases.ts";
import { type ApaTable, apaTable } from "../report/apaTable.ts";
import type { Block } from "../report/report.ts";
import type { Replication } from "./replication.ts";

/** A replication's tables, ready to show. */
export function replicationTables({ tables }: Replication, language: Language): ApaTable[] {
  return tables.map(({ title, columns, rows, notes }) =>
    apaTable({
      title: title[language],
      columns: columns
        .filter((column) => column !== "upper" && column !== "predictionUpper")
        .map((column) => ({ column, ...THREE[column], interval: column === "lower" || column === "predictionLower" })),
      rows,
      notes: notes.map(({ code, values }) => notePhrase(code, values, language)),
      language,
    }),
  );
}

/** Published figures are compared to the third decimal. */
const THREE: { readonly [K in ColumnName]?: { readonly decimals: number } } = {
  published: { decimals: 3 },
  computed: { decimals: 3 },
  difference: { decimals: 3 },
  estimate: { decimals: 3 },
  standardError: { decimals: 3 },
};

/** A replication as blocks of a report: its tables, and its forest plot. */
export function replicationBlocks(replication: Replication, language: Language): Block[] {
  const { title, citation, forest } = replication;
  const shown = forest.measure.en === "r" ? "coefficient" : "number";
  const spec = forestPlot(forest.rows, { language, measure: forest.measure[language], shown });
  return [
    { kind: "heading", text: title[language] },
    { kind: "text", paragraphs: [citation] },
    ...replicationTables(replication, language).map((table): Block => ({ kind: "table", table })),
    { kind: "chart", spec, title: title[language], description: String(spec.description ?? title[language]) },
  ];
}
