import { refuse, refuseAll } from "../../foundation/errors.ts";
import { sentence } from "../../foundation/phrases.ts";
import { checkSheet } from "../../study/checkSheet.ts";
import { checkStudy } from "../../study/checkStudy.ts";
import { sheetCounts } from "../../study/sheetNotes.ts";
import { type Call, type Command, EXIT } from "../command.ts";
import { fileKind, loadSheet, SHEET_FLAGS } from "../loadSheet.ts";
import { loadStudy } from "../loadStudy.ts";
import { tellNotes } from "../tellNotes.ts";

export const checkCommand: Command = {
  name: "check",
  summary: {
    en: "Check a study file, or a coded sheet of correlations, and its data: every problem at once, with its file, row and column.",
    nl: "Controleer een onderzoeksbestand, of een codeerblad met correlaties, met zijn gegevens: alle problemen tegelijk, met bestand, rij en kolom.",
  },
  words: "<study.yaml|meta.yaml|coded.csv>",
  flags: SHEET_FLAGS,
  example: "betrokken check data/example-study/study.yaml",
  printsResult: false,
  run: async (call) => {
    const path = call.words[0] ?? refuse("usage/word-missing", { word: "<study.yaml|meta.yaml|coded.csv>" });
    call.terminal.out((await fileKind(path)) === "study" ? await studyChecked(call) : await sheetChecked(call));
    return EXIT.done;
  },
};

async function studyChecked(call: Call): Promise<string> {
  const { study, tables } = await loadStudy(call);
  const { problems, notes } = checkStudy(study, tables);
  tellNotes(notes, call);
  refuseAll(problems);
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  const counts = { files: Object.keys(tables).length, rows, scales: Object.keys(study.scales).length };
  return sentence("check-fine", counts, call.language);
}

async function sheetChecked(call: Call): Promise<string> {
  const { sheet, table } = await loadSheet(call);
  const { problems, notes } = checkSheet(sheet, table);
  tellNotes(notes, call);
  refuseAll(problems);
  return sentence("sheet-fine", { source: table.source, ...sheetCounts(sheet, table) }, call.language);
}
