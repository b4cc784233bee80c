import type { Text } from "../foundation/phrases.ts";
import { contradictionText, type LiteratureRow, literature } from "./literature.ts";
import { literatureData } from "./literatureData.ts";

/** The guide's page on the literature, written from the data: Dutch and English beside each other. */
export function literatureGuide(): string {
  const rows = literature();
  const { contradictions } = literatureData();
  return [
    "# The literature",
    "Written by `npm run generate` from `data/literature/`. Only what was checked; a dash is not known. `betrokken literature --component fan_chen.expectations` asks it; `analyse --literature` sets a study beside it.",
    `${rows.length} figures from ${new Set(rows.map(({ source }) => source.id)).size} sources. r in brackets is made from d as d / √(d² + 4).`,
    table(["about", "components", "outcome", "found", "k", "n", "who", "source", "place"], rows.map(line)),
    `## Where sources contradict each other\n\n${contradictions
      .map((one) => `- ${contradictionText(one, "nl")} / ${contradictionText(one, "en")}`)
      .join("\n")}`,
    "",
  ].join("\n\n");
}

function line(row: LiteratureRow): string[] {
  const { subject, components, outcome, measure, value, ci, range, direction, r, conversion, k, n } = row;
  const limits = ci === null ? "" : ` [${ci.join(", ")}]`;
  const made = conversion === null || r === null ? "" : ` (r ${r.toFixed(2)})`;
  const unvalued = direction ? both(direction) : `${measure} ${range?.join(" – ") ?? "–"}`;
  return [
    both(subject),
    components.join(", ") || "–",
    both(outcome.label),
    value === null ? unvalued : `${measure} ${value}${limits}${made}`,
    String(k ?? "–"),
    String(n ?? "–"),
    row.population ? both(row.population) : "–",
    row.source.citation,
    row.place ?? "–",
  ];
}

function both({ nl, en }: Text): string {
  return nl === en ? nl : `${nl} / ${en}`;
}

function table(heads: readonly string[], body: readonly (readonly string[])[]): string {
  const cell = (text: string) => text.replaceAll("|", "\\|");
  const written = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [written(heads), written(heads.map(() => "---")), ...body.map(written)].join("\n");
}
