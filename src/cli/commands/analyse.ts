import { sentence } from "../../foundation/phrases.ts";
import { analyseStudy, type StudyAnalysis } from "../../study/analyseStudy.ts";
import { literatureRows, literatureTable } from "../../study/literatureReport.ts";
import { contradictionSentences, placeSentences } from "../../study/literatureSentences.ts";
import { type PlacedStudy, placeInLiterature } from "../../study/placeInLiterature.ts";
import { regroupedTable } from "../../study/regroupedReport.ts";
import { type RegroupedStudy, regroupStudy } from "../../study/regroupStudy.ts";
import type { StudyFile } from "../../study/studyFile.ts";
import { correlationRows, noteTexts, studyTables } from "../../study/studyReport.ts";
import { type Call, type Command, EXIT } from "../command.ts";
import { LITERATURE_FLAGS, placeOptions, wantsLiterature } from "../literatureFlags.ts";
import { DATA_FLAG, type LoadedStudy, loadStudy } from "../loadStudy.ts";
import { MAPPINGS_FLAG, mappingsOf } from "../mappingsFlag.ts";
import { printTables } from "../printTables.ts";

export const analyseCommand: Command = {
  name: "analyse",
  summary: {
    en: "Reliability of every scale and the correlations of a study, in total, within and between clusters; also read under another theory, and beside the literature.",
    nl: "Betrouwbaarheid van elke schaal en de correlaties van een onderzoek: totaal, binnen en tussen clusters; ook gelezen volgens een andere theorie, en naast de literatuur.",
  },
  words: "<study.yaml> [coded.csv|meta.yaml]",
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
    ...LITERATURE_FLAGS,
    ...DATA_FLAG,
  },
  example: "betrokken analyse data/example-study/study.yaml --framework hill_tyson",
  printsResult: true,
  run: async (call) => {
    const loaded = await loadStudy(call);
    const regrouping = regroupingOf(loaded.study, call);
    const analysis = analyseStudy(regrouping?.study ?? loaded.study, loaded.tables);
    const placed = await placedOf(loaded, analysis, regrouping, call);
    const language = call.asked ?? loaded.study.language;
    if (call.format === "json") {
      call.terminal.out(JSON.stringify({ ...analysis, ...partsOf(regrouping, placed) }, null, 2));
      return EXIT.done;
    }
    for (const text of noteTexts([...(regrouping?.notes ?? []), ...analysis.notes], language)) call.terminal.err(text);
    const rows = [
      ...analysis.correlations.flatMap((one) => correlationRows(analysis, one)),
      ...(placed ? literatureRows(placed, language) : []),
    ];
    const first = regrouping ? [regroupedTable(regrouping, language)] : [];
    const last = placed ? [literatureTable(placed, language)] : [];
    await printTables([...first, ...studyTables(analysis, language), ...last], rows, { ...call, language });
    if (placed && call.format !== "csv") {
      const texts = [...placeSentences(placed, language), ...contradictionSentences(placed, language)];
      call.terminal.out(`\n${texts.join("\n\n")}`);
    }
    call.terminal.err(sentence("correlation-is-not-cause", {}, language));
    return EXIT.done;
  },
};

/** The study as it was coded beside the literature: regrouped scales would come there by two inferred links. */
async function placedOf(
  { study, tables }: LoadedStudy,
  analysis: StudyAnalysis,
  regrouping: RegroupedStudy | undefined,
  call: Call,
): Promise<PlacedStudy | undefined> {
  if (!wantsLiterature(call)) return undefined;
  return placeInLiterature(regrouping ? analyseStudy(study, tables) : analysis, await placeOptions(call));
}

function partsOf(regrouping: RegroupedStudy | undefined, placed: PlacedStudy | undefined) {
  const { study: _, ...shown } = regrouping ?? { study: null };
  return { ...(regrouping ? { regrouping: shown } : {}), ...(placed ? { literature: placed } : {}) };
}

/** The study under the theory that the call names, if it names one. */
function regroupingOf(study: StudyFile, call: Call): RegroupedStudy | undefined {
  const { framework } = call.flags;
  return typeof framework === "string" ? regroupStudy(study, framework, { mappings: mappingsOf(call) }) : undefined;
}
