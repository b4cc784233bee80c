import { effectSizes } from "../../effects/effectSizes.ts";
import { refuse } from "../../foundation/errors.ts";
import type { Result } from "../../foundation/result.ts";
import { randomEffects } from "../../meta/randomEffects.ts";
import { subgroups } from "../../meta/subgroups.ts";
import { resultRows, resultTables } from "../../report/resultTable.ts";
import { readTable } from "../../sources/readTable.ts";
import { categoriesOf, numbersOf, type Table } from "../../table/table.ts";
import { type Call, type Command, EXIT } from "../command.ts";
import { printTables } from "../printTables.ts";
import { READ_FLAGS, readOptions } from "../readFlags.ts";
import { tellNotes } from "../tellNotes.ts";

export const metaCommand: Command = {
  name: "meta",
  summary: {
    en: "Pool the correlations of a coded sheet by Fisher's z, and compare subgroups of them.",
    nl: "Voeg de correlaties van een codeerblad samen met Fishers z, en vergelijk subgroepen ervan.",
  },
  words: "<coded.csv>",
  flags: {
    r: {
      type: "string",
      value: "column",
      fallback: "r",
      help: { en: "column of the correlations", nl: "kolom met de correlaties" },
    },
    n: {
      type: "string",
      value: "column",
      fallback: "n",
      help: { en: "column of the sample sizes", nl: "kolom met de steekproefgroottes" },
    },
    study: {
      type: "string",
      value: "column",
      help: { en: "column of the study names", nl: "kolom met de namen van de studies" },
    },
    subgroup: {
      type: "string",
      value: "column",
      help: {
        en: "column of a moderator: one pooled mean for each of its levels",
        nl: "kolom met een moderator: één gemiddelde per niveau",
      },
    },
    method: {
      type: "string",
      value: "REML|DL|FE",
      fallback: "REML",
      help: { en: "how tau2 is estimated", nl: "hoe tau2 wordt geschat" },
    },
    test: {
      type: "string",
      value: "knappHartung|adHoc|z",
      fallback: "knappHartung",
      help: { en: "how the mean is tested", nl: "hoe het gemiddelde wordt getoetst" },
    },
    ...READ_FLAGS,
  },
  example: "betrokken meta coded.csv --r r --n n --study study --subgroup dimension",
  printsResult: true,
  run: async (call) => {
    const path = call.words[0] ?? refuse("usage/word-missing", { word: "<coded.csv>" });
    const { table, notes } = await readTable(path, readOptions(call));
    tellNotes(notes, call);
    const results = pooledResults(table, call);
    if (call.format === "json") call.terminal.out(JSON.stringify(results.length === 1 ? results[0] : results, null, 2));
    else await printAll(results, call);
    return EXIT.done;
  },
};

/** The pooled mean, and per subgroup where one is asked for. */
function pooledResults(table: Table, { flags }: Call): Result[] {
  const column = (flag: string, otherwise?: string) =>
    typeof flags[flag] === "string" ? String(flags[flag]) : otherwise;
  const numbers = (name: string) => numbersOf(table, [name])[name]!;
  const study = column("study");
  const names = study === undefined ? {} : { study: categoriesOf(table, study) };
  const converted = effectSizes({ r: numbers(column("r", "r")!), n: numbers(column("n", "n")!), ...names });
  const { effects } = converted;
  const data = {
    estimate: effects.map(({ estimate }) => estimate),
    samplingVariance: effects.map(({ samplingVariance }) => samplingVariance),
    ...(study === undefined ? {} : { study: effects.map((effect) => effect.study) }),
  };
  const options = {
    backTransform: "fisherZ",
    method: column("method", "REML"),
    test: column("test", "knappHartung"),
  } as never;
  const pooled = randomEffects(data, options);
  const whole = { ...pooled, notes: [...converted.notes, ...pooled.notes] };
  const moderator = column("subgroup");
  if (moderator === undefined) return [whole];
  const levels = categoriesOf(table, moderator);
  const parts = {
    subgroup: effects.map(({ row }) => levels[row - 1]!),
    n: effects.map(({ n }) => n),
    r: effects.map(({ r }) => r),
  };
  return [whole, subgroups({ ...data, ...parts }, options)];
}

async function printAll(results: readonly Result[], call: Call): Promise<void> {
  const tables = await Promise.all(results.map((result) => resultTables(result, { language: call.language })));
  const rows = await Promise.all(results.map((result) => resultRows(result, "strict")));
  await printTables(
    tables.flatMap(({ whole, parts }) => [whole, parts]),
    rows.flatMap(({ parts }) => parts),
    call,
  );
}
