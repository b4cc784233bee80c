import { note } from "../foundation/notes.ts";
import type { Language } from "../foundation/phrases.ts";
import { literature } from "../frameworks/literature.ts";
import { comparisonRow, type Replication } from "./replication.ts";

const ID = "hill_tyson_2009";

/** The mean correlations of Hill & Tyson (2009) by type of involvement: listed, for what they rest on is not known here. */
export function hillTyson2009(language: Language): Replication {
  const figures = literature({ measure: "r" }).filter(({ source, value }) => source.id === ID && value !== null);
  const rows = figures.map(({ subject, value, source }) => {
    return comparisonRow(
      { term: subject[language], published: value, decimals: 2, source: source.name[language] },
      null,
    );
  });
  const { citation } = figures[0]!.source;
  return {
    id: ID,
    title: {
      nl: "Hill & Tyson (2009): betrokkenheid en schoolprestaties van 11 tot 14 jaar",
      en: "Hill & Tyson (2009): involvement and achievement in middle school",
    },
    citation,
    tables: [
      {
        title: { nl: "Gemiddelde r zoals gepubliceerd", en: "Mean r as published" },
        columns: ["term", "published", "computed", "source"],
        rows,
        notes: [note("replication/listed-only")],
      },
    ],
    forest: {
      rows: figures.map(({ subject, r, ci }) => ({ term: subject[language], estimate: r!, lower: ci?.[0] ?? null, upper: ci?.[1] ?? null })), // biome-ignore format: one row
      measure: { nl: "r", en: "r" },
    },
  };
}
