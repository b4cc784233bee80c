import { fileURLToPath } from "node:url";
import { sentence } from "../../foundation/phrases.ts";
import { replicate } from "../../replications/replicate.ts";
import { replicationBlocks, replicationTables } from "../../replications/replicationReport.ts";
import { renderTerminal } from "../../report/renderTerminal.ts";
import { analyseStudy } from "../../study/analyseStudy.ts";
import { literatureTable } from "../../study/literatureReport.ts";
import { placeInLiterature } from "../../study/placeInLiterature.ts";
import { studyTables } from "../../study/studyReport.ts";
import { type Command, EXIT } from "../command.ts";
import { loadStudy } from "../loadStudy.ts";
import { studyReport, writeReport } from "./report.ts";

const STUDY = new URL("../../../data/example-study/study.yaml", import.meta.url);

export const exampleCommand: Command = {
  name: "example",
  summary: {
    en: "The whole job on the synthetic example study: tables here, one report to open in a browser.",
    nl: "Het hele werk op het synthetische voorbeeldonderzoek: tabellen hier, één rapport om in een browser te openen.",
  },
  words: "",
  flags: {
    out: {
      type: "string",
      value: "FILE",
      fallback: "output/example.html",
      help: { en: "where to write the report", nl: "waar het rapport heen gaat" },
    },
  },
  example: "betrokken example --lang nl",
  printsResult: false,
  run: async (call) => {
    const { language, terminal, flags } = call;
    const tell = (code: "step-reading" | "step-analysing" | "step-replicating" | "step-writing", values = {}) =>
      terminal.err(sentence(code, values, language));
    tell("step-reading", { title: "data/example-study" });
    const { study, tables } = await loadStudy({ ...call, words: [fileURLToPath(STUDY)] });
    tell("step-analysing");
    const analysis = analyseStudy(study, tables);
    const placed = placeInLiterature(analysis);
    tell("step-replicating");
    const literature = replicate("fan_chen_lusse", language);
    const raudenbush = replicate("raudenbush1985", language);
    const report = studyReport(analysis, language);
    const shown = [
      ...studyTables(analysis, language),
      ...replicationTables(literature, language),
      ...replicationTables(raudenbush, language),
      literatureTable(placed, language),
    ];
    terminal.out([report.title, ...report.marks, sentence("correlation-is-not-cause", {}, language)].join("\n"));
    terminal.out(`\n${shown.map((table) => renderTerminal(table, { width: terminal.width })).join("\n\n")}\n`);
    tell("step-writing");
    const blocks = [...report.blocks, ...replicationBlocks(raudenbush, language)];
    const path = await writeReport({ ...report, blocks }, String(flags.out ?? "output/example.html"));
    terminal.out(sentence("report-ready", { path }, language));
    return EXIT.done;
  },
};
