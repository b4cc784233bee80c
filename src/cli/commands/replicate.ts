import { type Language, notePhrase } from "../../foundation/phrases.ts";
import { REPLICATIONS, replicate } from "../../replications/replicate.ts";
import type { Replication, ReplicationTable } from "../../replications/replication.ts";
import { type ApaTable, apaTable } from "../../report/apaTable.ts";
import { type Call, type Command, EXIT } from "../command.ts";
import { printTables } from "../printTables.ts";

export const replicateCommand: Command = {
  name: "replicate",
  summary: {
    en: "Re-run a published analysis: published and computed figures side by side. Without an id: the list.",
    nl: "Doe een gepubliceerde analyse over: gepubliceerde en berekende cijfers naast elkaar. Zonder id: de lijst.",
  },
  words: "[id]",
  flags: {},
  example: "betrokken replicate raudenbush1985",
  printsResult: true,
  run: async (call) => {
    const [id] = call.words;
    if (id === undefined) listThem(call);
    else await printReplication(replicate(id, call.language), call);
    return EXIT.done;
  },
};

function listThem({ terminal, language }: Call): void {
  const all = Object.keys(REPLICATIONS).map((id) => replicate(id, language));
  terminal.out(all.map(({ id, title }) => `${id.padEnd(20)}${title[language]}`).join("\n"));
}

async function printReplication(replication: Replication, call: Call): Promise<void> {
  if (call.format === "json") return call.terminal.out(JSON.stringify(replication, null, 2));
  const rows = replication.tables.flatMap((table) => table.rows);
  await printTables(replicationTables(replication, call.language), rows, call);
}

/** A replication's tables, ready to show. */
export function replicationTables({ tables }: Replication, language: Language): ApaTable[] {
  return tables.map((table) => shownTable(table, language));
}

function shownTable({ title, columns, rows, notes }: ReplicationTable, language: Language): ApaTable {
  return apaTable({
    title: title[language],
    columns: columns.map((column) => ({ column })),
    rows,
    notes: notes.map(({ code, values }) => notePhrase(code, values, language)),
    language,
  });
}
