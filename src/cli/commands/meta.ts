import { refuse } from "../../foundation/errors.ts";
import { sentence } from "../../foundation/phrases.ts";
import type { Row } from "../../foundation/row.ts";
import { randomEffectsCard } from "../../meta/randomEffects.ts";
import { UNITS } from "../../meta/toUnits.ts";
import { type PooledSheet, poolSheet, type SheetPooling } from "../../study/poolSheet.ts";
import { pooledSheetTables, subgroupRows } from "../../study/sheetReport.ts";
import { type Call, type Command, EXIT } from "../command.ts";
import { loadSheet, SHEET_FLAGS } from "../loadSheet.ts";
import { printAnova, printMatrix } from "../printSheetTables.ts";
import { printTables } from "../printTables.ts";

export const metaCommand: Command = {
  name: "meta",
  summary: {
    en: "Pool the correlations of a coded sheet by Fisher's z, and compare subgroups of them.",
    nl: "Voeg de correlaties van een codeerblad samen met Fishers z, en vergelijk subgroepen ervan.",
  },
  words: "<coded.csv|meta.yaml>",
  flags: {
    subgroup: {
      type: "string",
      value: "a,b",
      help: {
        en: "moderators by name (or columns): one table each, one pooled mean for every level",
        nl: "moderatoren bij hun naam (of kolommen): voor elk een tabel, met één gemiddelde per niveau",
      },
    },
    outcome: {
      type: "string",
      value: "name",
      help: { en: "only the effects on this outcome", nl: "alleen de effecten op deze uitkomst" },
    },
    method: {
      type: "string",
      value: "REML|ML|DL|FE|...",
      fallback: "REML",
      help: { en: "how tau2 is estimated; FE: the fixed model", nl: "hoe tau2 wordt geschat; FE: het vaste model" },
    },
    test: {
      type: "string",
      value: "knappHartung|adHoc|t|z",
      fallback: "knappHartung",
      help: { en: "how the mean is tested", nl: "hoe het gemiddelde wordt getoetst" },
    },
    unit: {
      type: "string",
      value: "effect|sample|study",
      fallback: "effect",
      help: {
        en: "what counts as one; sample and study average their effects, within the levels of a moderator",
        nl: "wat als één telt; sample en study middelen hun effecten, binnen de niveaus van een moderator",
      },
    },
    rho: {
      type: "string",
      value: "0-1",
      fallback: "1",
      help: {
        en: "how effects of one sample are supposed to correlate when they are averaged",
        nl: "hoe effecten van één steekproef verondersteld worden te correleren als ze worden gemiddeld",
      },
    },
    matrix: {
      type: "string",
      value: "dimension,outcome",
      help: {
        en: "instead: a table of every combination of two moderators",
        nl: "in plaats daarvan: een tabel van elke combinatie van twee moderatoren",
      },
    },
    anova: {
      type: "string",
      value: "a,b",
      help: {
        en: "instead: how much of the differences goes with each of these moderators (weighted ANOVA)",
        nl: "in plaats daarvan: hoeveel van de verschillen met elk van deze moderatoren samengaat (gewogen ANOVA)",
      },
    },
    ...SHEET_FLAGS,
  },
  example: "betrokken meta data/open/fathers-language/meta.yaml --data downloads --subgroup type",
  printsResult: true,
  run: async (call) => {
    const { sheet, table } = await loadSheet(call);
    const { matrix, anova } = call.flags;
    const { subgroups: _, ...pooling } = poolingOf(call);
    if (typeof matrix === "string") return printMatrix({ sheet, table }, matrix, pooling, call);
    if (typeof anova === "string") return printAnova({ sheet, table }, anova, pooling, call);
    const pooled = poolSheet(sheet, table, poolingOf(call));
    const language = call.asked ?? pooled.language;
    if (call.format === "json") call.terminal.out(JSON.stringify(resultsOf(pooled), null, 2));
    else await printTables(pooledSheetTables(pooled, language), csvRows(pooled, call), { ...call, language });
    call.terminal.err(sentence("correlation-is-not-cause", {}, language));
    return EXIT.done;
  },
};

/** What the flags ask for; randomEffects refuses what it does not know. */
function poolingOf({ flags }: Call): SheetPooling {
  const { subgroup, outcome, method, test, unit, rho } = flags;
  return {
    ...(typeof subgroup === "string" ? { subgroups: subgroup.split(",").map((name) => name.trim()) } : {}),
    ...(typeof outcome === "string" ? { outcome } : {}),
    ...(method === undefined ? {} : { method: method as never }),
    ...(test === undefined ? {} : { test: test as never }),
    ...(unit === undefined ? {} : { unit: unitOf(unit) }),
    ...(rho === undefined ? {} : { rho: Number(rho) }),
  };
}

function unitOf(given: string | boolean): (typeof UNITS)[number] {
  return (
    UNITS.find((unit) => unit === given) ?? refuse("option/invalid", { option: "unit", expected: UNITS.join(" | ") })
  );
}

/** The results as JSON: the pooled mean, and where moderators are asked for a list with theirs behind it. */
function resultsOf({ pooled, notes, subgroups }: PooledSheet) {
  const whole = { ...pooled, notes: [...notes, ...pooled.notes] };
  return subgroups.length === 0 ? whole : [whole, ...subgroups.map(({ result }) => result)];
}

/** The rows as CSV: of every effect, or of the subgroups where these are asked for. */
function csvRows(pooled: PooledSheet, { language }: Call): Row[] {
  if (pooled.subgroups.length === 0) return randomEffectsCard.tidy(pooled.pooled);
  return pooled.subgroups.flatMap((one) =>
    subgroupRows(one, language).map((row) => ({ group: one.moderator, ...row })),
  );
}
