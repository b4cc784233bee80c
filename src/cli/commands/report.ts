import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { type Language, sentence, word } from "../../foundation/phrases.ts";
import { fanChenLusse } from "../../replications/fanChenLusse.ts";
import { replicationBlocks } from "../../replications/replicationReport.ts";
import { renderHtml } from "../../report/renderHtml.ts";
import { numbered, type Report } from "../../report/report.ts";
import { vegaRuntime } from "../../sources/vegaRuntime.ts";
import { writeFileWhole } from "../../sources/writeFile.ts";
import { analyseStudy, type StudyAnalysis } from "../../study/analyseStudy.ts";
import { literatureBlocks } from "../../study/literatureReport.ts";
import { type PlaceOptions, placeInLiterature } from "../../study/placeInLiterature.ts";
import { studyBlocks } from "../../study/studyReport.ts";
import { type Command, EXIT } from "../command.ts";
import { LITERATURE_FLAGS, placeOptions } from "../literatureFlags.ts";
import { DATA_FLAG, loadStudy } from "../loadStudy.ts";
import { MAPPINGS_FLAG } from "../mappingsFlag.ts";

export const reportCommand: Command = {
  name: "report",
  summary: {
    en: "One HTML report of a study, with tables and charts, that opens without a network.",
    nl: "Eén HTML-rapport van een onderzoek, met tabellen en grafieken, dat zonder netwerk opent.",
  },
  words: "<study.yaml> [coded.csv|meta.yaml]",
  flags: {
    out: {
      type: "string",
      value: "FILE",
      fallback: "output/report.html",
      help: { en: "where to write it", nl: "waar het heen gaat" },
    },
    ...LITERATURE_FLAGS,
    ...MAPPINGS_FLAG,
    ...DATA_FLAG,
  },
  example: "betrokken report data/example-study/study.yaml --out rapport.html",
  printsResult: false,
  run: async (call) => {
    const { study, tables } = await loadStudy(call);
    const language = call.asked ?? study.language;
    const report = studyReport(analyseStudy(study, tables), language, await placeOptions(call));
    const path = await writeReport(report, String(call.flags.out ?? "output/report.html"));
    call.terminal.out(sentence("report-ready", { path }, language));
    return EXIT.done;
  },
};

/** A study's report: its own figures, and its place in the literature. */
export function studyReport(analysis: StudyAnalysis, language: Language, options: PlaceOptions = {}): Report {
  const placed = placeInLiterature(analysis, options);
  return {
    title: analysis.title[language],
    language,
    marks: analysis.synthetic ? [word("synthetic-data", language)] : [],
    blocks: [
      ...studyBlocks(analysis, language),
      ...literatureBlocks(placed, language),
      ...replicationBlocks(fanChenLusse(language), language),
    ],
  };
}

/** Writes a report as one HTML file, over an earlier one; gives its whole path. */
export async function writeReport(report: Report, file: string): Promise<string> {
  const path = resolve(file);
  await mkdir(dirname(path), { recursive: true });
  await writeFileWhole(path, renderHtml({ ...report, blocks: numbered(report.blocks) }, vegaRuntime()), {
    overwrite: true,
  });
  return path;
}
