import { sentence } from "../../foundation/phrases.ts";
import { analyseStudy } from "../../study/analyseStudy.ts";
import { regroupedTable } from "../../study/regroupedReport.ts";
import { type RegroupedStudy, regroupStudy } from "../../study/regroupStudy.ts";
import type { StudyFile } from "../../study/studyFile.ts";
import { correlationRows, noteTexts, studyTables } from "../../study/studyReport.ts";
import { type Call, type Command, EXIT } from "../command.ts";
import { DATA_FLAG, loadStudy } from "../loadStudy.ts";
import { MAPPINGS_FLAG, mappingsOf } from "../mappingsFlag.ts";
import { printTables } from "../printTables.ts";

export const analyseCommand: Command = {
  name: "analyse",
  summary: {
    en: "Reliability of every scale and the correlations of a study, in total, within and between clusters; also read under another theory.",
    nl: "Betrouwbaarheid van elke schaal en de correlaties van een onderzoek: totaal, binnen en tussen clusters; ook gelezen volgens een andere theorie.",
  },
  words: "<study.yaml>",
  flags: {
    framework: {
      type: "string",
      value: "theory",
      help: {
        en: "regroup the scales under this theory (betrokken frameworks lists them)",
        nl: "groepeer de schalen naar deze theorie (betrokken frameworks somt ze op)",
      },
    },
    ...MAPPINGS_FLAG,
    ...DATA_FLAG,
  },
  example: "betrokken analyse data/example-study/study.yaml --framework hill_tyson",
  printsResult: true,
  run: async (call) => {
    const loaded = await loadStudy(call);
    const regrouping = regroupingOf(loaded.study, call);
    const analysis = analyseStudy(regrouping?.study ?? loaded.study, loaded.tables);
    const language = call.asked ?? loaded.study.language;
    if (call.format === "json") {
      const { study: _, ...shown } = regrouping ?? { study: null };
      call.terminal.out(JSON.stringify(regrouping ? { ...analysis, regrouping: shown } : analysis, null, 2));
      return EXIT.done;
    }
    for (const text of noteTexts([...(regrouping?.notes ?? []), ...analysis.notes], language)) call.terminal.err(text);
    const rows = analysis.correlations.flatMap((one) => correlationRows(analysis, one));
    const first = regrouping ? [regroupedTable(regrouping, language)] : [];
    await printTables([...first, ...studyTables(analysis, language)], rows, { ...call, language });
    call.terminal.err(sentence("correlation-is-not-cause", {}, language));
    return EXIT.done;
  },
};

/** The study under the theory that the call names, if it names one. */
function regroupingOf(study: StudyFile, call: Call): RegroupedStudy | undefined {
  const { framework } = call.flags;
  return typeof framework === "string" ? regroupStudy(study, framework, { mappings: mappingsOf(call) }) : undefined;
}
