import { REPLICATIONS, replicate } from "../../replications/replicate.ts";
import type { Replication } from "../../replications/replication.ts";
import { replicationTables } from "../../replications/replicationReport.ts";
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
