import { refuse } from "../../foundation/errors.ts";
import { sentence } from "../../foundation/phrases.ts";
import type { Row } from "../../foundation/row.ts";
import { dimensionOutcomeMatrixCard } from "../../meta/dimensionOutcomeMatrix.ts";
import { randomEffectsCard } from "../../meta/randomEffects.ts";
import { UNITS } from "../../meta/toUnits.ts";
import { type PooledSheet, poolSheet, type SheetPooling } from "../../study/poolSheet.ts";
import { poolSheetMatrix, sheetMatrixTable } from "../../study/sheetMatrix.ts";
import { pooledSheetTables, subgroupRows } from "../../study/sheetReport.ts";
import { type Call, type Command, EXIT } from "../command.ts";
import { type LoadedSheet, loadSheet, SHEET_FLAGS } from "../loadSheet.ts";
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
    ...SHEET_FLAGS,
  },
  example: "betrokken meta data/open/fathers-language/meta.yaml --data downloads --subgroup type",
  printsResult: true,
  run: async (call) => {
    const { sheet, table } = await loadSheet(call);
    if (typeof call.flags.matrix === "string") return printMatrix({ sheet, table }, call.flags.matrix, call);
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

/** The table of every combination of two moderators. */
async function printMatrix({ sheet, table }: LoadedSheet, names: string, call: Call): Promise<number> {
  const [rows, columns, ...more] = names.split(",").map((name) => name.trim());
  if (!rows || !columns || more.length > 0)
    refuse("usage/flag-value", { flag: "--matrix", expected: "dimension,outcome" });
  const { subgroups: _, ...given } = poolingOf(call);
  const matrix = poolSheetMatrix(sheet, table, [rows, columns], given);
  const language = call.asked ?? matrix.language;
  if (call.format === "json") call.terminal.out(JSON.stringify(matrix.result, null, 2));
  else
    await printTables([sheetMatrixTable(matrix, language)], dimensionOutcomeMatrixCard.tidy(matrix.result), {
      ...call,
      language,
    });
  call.terminal.err(sentence("correlation-is-not-cause", {}, language));
  return EXIT.done;
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
