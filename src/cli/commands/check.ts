import { refuseAll } from "../../foundation/errors.ts";
import { sentence } from "../../foundation/phrases.ts";
import { checkStudy } from "../../study/checkStudy.ts";
import { type Command, EXIT } from "../command.ts";
import { DATA_FLAG, loadStudy } from "../loadStudy.ts";
import { tellNotes } from "../tellNotes.ts";

export const checkCommand: Command = {
  name: "check",
  summary: {
    en: "Check a study file and its data: every problem at once, with its file, row and column.",
    nl: "Controleer een onderzoeksbestand met zijn gegevens: alle problemen tegelijk, met bestand, rij en kolom.",
  },
  words: "<study.yaml>",
  flags: DATA_FLAG,
  example: "betrokken check data/example-study/study.yaml",
  printsResult: false,
  run: async (call) => {
    const { study, tables } = await loadStudy(call);
    const { problems, notes } = checkStudy(study, tables);
    tellNotes(notes, call);
    refuseAll(problems);
    const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
    const counts = { files: Object.keys(tables).length, rows, scales: Object.keys(study.scales).length };
    call.terminal.out(sentence("check-fine", counts, call.language));
    return EXIT.done;
  },
};
