import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Problem, refuse, refuseAll } from "../../foundation/errors.ts";
import { sentence } from "../../foundation/phrases.ts";
import { readTable } from "../../sources/readTable.ts";
import { writeCsv } from "../../sources/writeCsv.ts";
import { writeFileWhole } from "../../sources/writeFile.ts";
import { initStudy } from "../../study/initStudy.ts";
import { sheetTemplate } from "../../study/sheetTemplate.ts";
import { type Call, type Command, EXIT } from "../command.ts";
import { READ_FLAGS, readOptions } from "../readFlags.ts";
import { tellNotes } from "../tellNotes.ts";

export const initCommand: Command = {
  name: "init",
  summary: {
    en: "Make a first study file from a data file: guesses, to be checked by you. Or, with --meta, an empty coded sheet for a meta-analysis.",
    nl: "Maak een eerste onderzoeksbestand van een gegevensbestand: gissingen, door jou te controleren. Of, met --meta, een leeg codeerblad voor een meta-analyse.",
  },
  words: "<data.csv>",
  flags: {
    out: {
      type: "string",
      value: "FILE",
      help: { en: "where to write it; the screen if left out", nl: "waar het heen gaat; anders het scherm" },
    },
    meta: {
      type: "boolean",
      help: {
        en: "write coded.csv and meta.yaml, to fill in, into this folder or the one that is named",
        nl: "schrijf coded.csv en meta.yaml, om in te vullen, in deze map of de map die genoemd wordt",
      },
    },
    ...READ_FLAGS,
  },
  example: "betrokken init ouders.csv --out study.yaml",
  printsResult: false,
  run: async (call) => {
    if (call.flags.meta === true) return initMeta(call);
    const path = call.words[0] ?? refuse("usage/word-missing", { word: "<data.csv>" });
    const { table, notes } = await readTable(path, readOptions(call));
    tellNotes(notes, call);
    const text = initStudy(table, call.language);
    const { out } = call.flags;
    if (typeof out !== "string") {
      call.terminal.out(text.trimEnd());
      return EXIT.done;
    }
    await writeFileWhole(out, text);
    call.terminal.out(sentence("written", { path: out }, call.language));
    return EXIT.done;
  },
};

/** Writes both files of a coded sheet, or, where one of them is there already, neither. */
async function initMeta({ words, language, terminal }: Call): Promise<number> {
  const folder = words[0] ?? ".";
  const { rows, description } = sheetTemplate(language);
  const contents = [
    [join(folder, "coded.csv"), writeCsv(rows, { language })],
    [join(folder, "meta.yaml"), description],
  ] as const;
  const there = contents.filter(([path]) => existsSync(path));
  refuseAll(there.map(([path]): Problem => ({ code: "file/exists", values: {}, location: { source: path } })));
  for (const [path, content] of contents) {
    await writeFileWhole(path, content);
    terminal.out(sentence("written", { path }, language));
  }
  terminal.out(sentence("sheet-next", { path: contents[1][0] }, language));
  return EXIT.done;
}
