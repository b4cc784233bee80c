import { meant } from "../foundation/closest.ts";
import { refuse } from "../foundation/errors.ts";
import type { Command, CommandEntry } from "./command.ts";
import { readStatisticIndex, statisticNameOf } from "./statisticIndex.ts";

/** The commands that do a whole job. Each is loaded when it is called. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "example",
    summary: {
      en: "the whole job on the example study (what npm start runs)",
      nl: "het hele werk op het voorbeeldonderzoek (wat npm start doet)",
    },
    load: async () => (await import("./commands/example.ts")).exampleCommand,
  },
  {
    name: "init",
    summary: { en: "make a study file from a data file", nl: "maak een onderzoeksbestand van een gegevensbestand" },
    load: async () => (await import("./commands/init.ts")).initCommand,
  },
  {
    name: "check",
    summary: {
      en: "check a study file and its data, all problems at once",
      nl: "controleer een onderzoeksbestand met zijn gegevens, alle problemen tegelijk",
    },
    load: async () => (await import("./commands/check.ts")).checkCommand,
  },
  {
    name: "analyse",
    summary: { en: "reliability and correlations of a study", nl: "betrouwbaarheid en correlaties van een onderzoek" },
    load: async () => (await import("./commands/analyse.ts")).analyseCommand,
  },
  {
    name: "report",
    summary: { en: "one HTML report of a study", nl: "één HTML-rapport van een onderzoek" },
    load: async () => (await import("./commands/report.ts")).reportCommand,
  },
  {
    name: "frameworks",
    summary: {
      en: "the theories of parental involvement, how they match, what measures them",
      nl: "de theorieën over ouderbetrokkenheid, hoe ze op elkaar passen, wat ze meet",
    },
    load: async () => (await import("./commands/frameworks.ts")).frameworksCommand,
  },
  {
    name: "literature",
    summary: {
      en: "published figures, and where sources contradict each other",
      nl: "gepubliceerde cijfers, en waar bronnen elkaar tegenspreken",
    },
    load: async () => (await import("./commands/literature.ts")).literatureCommand,
  },
  {
    name: "meta",
    summary: { en: "pool a coded sheet of correlations", nl: "voeg een codeerblad met correlaties samen" },
    load: async () => (await import("./commands/meta.ts")).metaCommand,
  },
  {
    name: "explain",
    summary: {
      en: "how the effect of one row of a coded sheet came about",
      nl: "hoe het effect van één rij van een codeerblad ontstond",
    },
    load: async () => (await import("./commands/explain.ts")).explainCommand,
  },
  {
    name: "replicate",
    summary: { en: "re-run a published analysis", nl: "doe een gepubliceerde analyse over" },
    load: async () => (await import("./commands/replicate.ts")).replicateCommand,
  },
  {
    name: "simulate",
    summary: { en: "write the synthetic example study", nl: "schrijf het synthetische voorbeeldonderzoek" },
    load: async () => (await import("./commands/simulate.ts")).simulateCommand,
  },
  {
    name: "notebook",
    summary: { en: "run a notebook script", nl: "voer een notebookscript uit" },
    load: async () => (await import("./commands/notebook.ts")).notebookCommand,
  },
];

/** Every statistic as an entry of the help. */
export async function statisticEntries(): Promise<Pick<CommandEntry, "name" | "summary">[]> {
  return readStatisticIndex();
}

/** A command by name: one of the jobs, or a statistic in kebab-case. */
export async function findCommand(name: string): Promise<Command> {
  const entry = COMMANDS.find((candidate) => candidate.name === name);
  if (entry) return entry.load();
  const statistic = statisticNameOf(name);
  if (statistic) return (await import("./statisticCommand.ts")).statisticCommand(statistic);
  const known = [...COMMANDS, ...(await statisticEntries())].map((one) => one.name);
  return refuse("usage/unknown-command", { name, ...meant(name, known) });
}
