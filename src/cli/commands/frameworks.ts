import { meant } from "../../foundation/closest.ts";
import { refuse } from "../../foundation/errors.ts";
import { type Call, type Command, EXIT } from "../command.ts";
import { crosswalkReport, crosswalkRows, crosswalkTables } from "../frameworkCrosswalk.ts";
import { instrumentRows, instrumentTables } from "../frameworkInstruments.ts";
import { frameworkRows, frameworkTables, listRows, listTable } from "../frameworkTables.ts";
import { MAPPINGS_FLAG, mappingsOf } from "../mappingsFlag.ts";
import { type CsvRows, printShown } from "../printShown.ts";

type Task = (words: readonly string[], call: Call) => Promise<void>;

const TASKS: Readonly<Record<string, Task>> = { show, crosswalk, instruments };

export const frameworksCommand: Command = {
  name: "frameworks",
  summary: {
    en: "The theories: a list; one of them (show <theory>); two or more side by side (crosswalk <theory> <theory>); questionnaires (instruments [component]).",
    nl: "De theorieën: een lijst; één ervan (show <theorie>); twee of meer naast elkaar (crosswalk <theorie> <theorie>); vragenlijsten (instruments [onderdeel]).",
  },
  words: "[show|crosswalk|instruments] [id ...]",
  flags: {
    tag: {
      type: "string",
      value: "core",
      help: { en: "only theories with this tag", nl: "alleen theorieën met dit label" },
    },
    ...MAPPINGS_FLAG,
    out: {
      type: "string",
      value: "FILE",
      help: { en: "crosswalk: also an HTML page with its chart", nl: "crosswalk: ook een HTML-pagina met de grafiek" },
    },
  },
  example: "betrokken frameworks crosswalk lusse2013 epstein6",
  printsResult: true,
  run: async (call) => {
    const [task, ...words] = call.words;
    if (task === undefined) await list(call);
    else await taskOf(task)(words, call);
    return EXIT.done;
  },
};

function taskOf(name: string): Task {
  const names = Object.keys(TASKS);
  return Object.hasOwn(TASKS, name)
    ? TASKS[name]!
    : refuse("usage/unknown-task", { name, known: names.join(", "), ...meant(name, names) });
}

async function list(call: Call): Promise<void> {
  const { frameworks, frameworkTags } = await import("../../frameworks/frameworks.ts");
  const tag = typeof call.flags.tag === "string" ? call.flags.tag : undefined;
  const tags = frameworkTags();
  if (tag !== undefined && !tags.includes(tag)) refuse("usage/flag-value", { flag: "--tag", expected: tags.join("|") });
  const all = frameworks(tag === undefined ? {} : { tag });
  printShown(all, [listTable(all, call.language)], listRows(all, call.language), call);
}

async function show([id]: readonly string[], call: Call): Promise<void> {
  const { framework, frameworkMatrix } = await import("../../frameworks/frameworks.ts");
  const one = framework(id ?? refuse("usage/word-missing", { word: "<theory>" }));
  const matrix = frameworkMatrix(one.id);
  const whole = matrix === undefined ? one : { ...one, matrix };
  printShown(whole, frameworkTables(one, matrix, call.language), frameworkRows(one, call.language), call);
}

async function crosswalk([from, ...others]: readonly string[], call: Call): Promise<void> {
  const { crosswalk: walk } = await import("../../frameworks/crosswalk.ts");
  if (from === undefined || others.length === 0) refuse("usage/word-missing", { word: "<theory> <theory>" });
  const given = { mappings: mappingsOf(call) };
  const walks = others.map((to) => walk(from!, to, given));
  const { language } = call;
  const rows: CsvRows = walks.flatMap((one) => crosswalkRows(one, language));
  const tables = walks.flatMap((one) => crosswalkTables(one, language));
  printShown(walks.length === 1 ? walks[0] : walks, tables, rows, call);
  if (typeof call.flags.out === "string") await crosswalkReport(walks, call.flags.out, call);
}

async function instruments([id]: readonly string[], call: Call): Promise<void> {
  const { instruments: all, instrumentsFor } = await import("../../frameworks/instruments.ts");
  const matches = id === undefined ? undefined : instrumentsFor(id);
  const whole = matches ?? all();
  printShown(whole, instrumentTables(matches, call.language), instrumentRows(matches, call.language), call);
}
