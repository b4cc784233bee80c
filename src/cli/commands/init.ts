import { refuse } from "../../foundation/errors.ts";
import { sentence } from "../../foundation/phrases.ts";
import { readTable } from "../../sources/readTable.ts";
import { writeFileWhole } from "../../sources/writeFile.ts";
import { initStudy } from "../../study/initStudy.ts";
import { type Command, EXIT } from "../command.ts";
import { READ_FLAGS, readOptions } from "../readFlags.ts";
import { tellNotes } from "../tellNotes.ts";

export const initCommand: Command = {
  name: "init",
  summary: {
    en: "Make a first study file from a data file: guesses, to be checked by you.",
    nl: "Maak een eerste onderzoeksbestand van een gegevensbestand: gissingen, door jou te controleren.",
  },
  words: "<data.csv>",
  flags: {
    out: {
      type: "string",
      value: "FILE",
      help: { en: "where to write it; the screen if left out", nl: "waar het heen gaat; anders het scherm" },
    },
    ...READ_FLAGS,
  },
  example: "betrokken init ouders.csv --out study.yaml",
  printsResult: false,
  run: async (call) => {
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
