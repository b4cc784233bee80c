import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { refuse } from "../../foundation/errors.ts";
import { sentence } from "../../foundation/phrases.ts";
import { writeCsv } from "../../sources/writeCsv.ts";
import { writeFileWhole } from "../../sources/writeFile.ts";
import { EXAMPLE_SEED } from "../../study/exampleDesign.ts";
import { simulateStudy } from "../../study/simulateStudy.ts";
import { type Command, EXIT } from "../command.ts";

export const simulateCommand: Command = {
  name: "simulate",
  summary: {
    en: "Write the data of the synthetic example study, or a sister of it with another seed.",
    nl: "Schrijf de gegevens van het synthetische voorbeeldonderzoek, of een zusje ervan met een ander startgetal.",
  },
  words: "<folder>",
  flags: {
    seed: {
      type: "string",
      value: "NUMBER",
      fallback: String(EXAMPLE_SEED),
      help: { en: "seed of the random numbers", nl: "startgetal van de toevalsgetallen" },
    },
  },
  example: "betrokken simulate my-example --seed 7",
  printsResult: false,
  run: async (call) => {
    const folder = call.words[0] ?? refuse("usage/word-missing", { word: "<folder>" });
    const seed = Number(call.flags.seed ?? EXAMPLE_SEED);
    if (!Number.isInteger(seed) || seed < 0) refuse("usage/flag-value", { flag: "--seed", expected: "0, 1, 2, ..." });
    const { parents, teachers } = simulateStudy(seed);
    await mkdir(folder, { recursive: true });
    for (const table of [parents, teachers]) {
      const path = join(folder, table.source);
      await writeFileWhole(path, writeCsv(table, { language: "nl" }));
      call.terminal.out(sentence("written", { path }, call.language));
    }
    return EXIT.done;
  },
};
