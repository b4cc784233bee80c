import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { refuse } from "../../foundation/errors.ts";
import { type Command, EXIT } from "../command.ts";

export const notebookCommand: Command = {
  name: "notebook",
  summary: {
    en: "Run a notebook script by its number or path; it leaves a page and an .ipynb in output/notebooks.",
    nl: "Voer een notebookscript uit bij nummer of pad; het laat een pagina en een .ipynb achter in output/notebooks.",
  },
  words: "<01 | script.ts>",
  flags: {},
  example: "npm run notebook -- 01",
  printsResult: false,
  run: async ({ words }) => {
    const name = words[0] ?? refuse("usage/word-missing", { word: "<01 | script.ts>" });
    const path = /^\d+$/.test(name) ? await numbered(name) : name;
    await import(pathToFileURL(resolve(path)).href);
    return EXIT.done;
  },
};

/** The script in notebooks/ whose name begins with a number. */
async function numbered(number: string): Promise<string> {
  const names = await readdir("notebooks").catch(() => []);
  const name = names.find((candidate) => candidate.startsWith(`${number}-`) && candidate.endsWith(".ts"));
  return join("notebooks", name ?? refuse("file/not-found", {}, { source: `notebooks/${number}-*.ts` }));
}
