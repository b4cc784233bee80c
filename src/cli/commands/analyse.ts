import { sentence } from "../../foundation/phrases.ts";
import { analyseStudy } from "../../study/analyseStudy.ts";
import { correlationRows, noteTexts, studyTables } from "../../study/studyReport.ts";
import { type Command, EXIT } from "../command.ts";
import { DATA_FLAG, loadStudy } from "../loadStudy.ts";
import { printTables } from "../printTables.ts";

export const analyseCommand: Command = {
  name: "analyse",
  summary: {
    en: "Reliability of every scale and the correlations of a study, in total, within and between clusters.",
    nl: "Betrouwbaarheid van elke schaal en de correlaties van een onderzoek: totaal, binnen en tussen clusters.",
  },
  words: "<study.yaml>",
  flags: DATA_FLAG,
  example: "betrokken analyse data/example-study/study.yaml",
  printsResult: true,
  run: async (call) => {
    const { study, tables } = await loadStudy(call);
    const analysis = analyseStudy(study, tables);
    const language = call.asked ?? study.language;
    if (call.format === "json") {
      call.terminal.out(JSON.stringify(analysis, null, 2));
      return EXIT.done;
    }
    for (const text of noteTexts(analysis.notes, language)) call.terminal.err(text);
    const rows = analysis.correlations.flatMap((one) => correlationRows(analysis, one));
    await printTables(studyTables(analysis, language), rows, { ...call, language });
    call.terminal.err(sentence("correlation-is-not-cause", {}, language));
    return EXIT.done;
  },
};
