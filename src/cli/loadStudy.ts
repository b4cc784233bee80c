import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { BetrokkenError, type Problem, refuse, refuseAll } from "../foundation/errors.ts";
import { readTable } from "../sources/readTable.ts";
import { parseStudyFile } from "../study/parseStudyFile.ts";
import type { StudyFile } from "../study/studyFile.ts";
import type { Table } from "../table/table.ts";
import type { Call, Flag } from "./command.ts";
import { tellNotes } from "./tellNotes.ts";

export const DATA_FLAG: Readonly<Record<string, Flag>> = {
  data: {
    type: "string",
    value: "DIR",
    help: {
      en: "folder of the data files, if not that of the study file",
      nl: "map van de gegevensbestanden, als dat niet die van het onderzoeksbestand is",
    },
  },
};

export interface LoadedStudy {
  readonly study: StudyFile;
  readonly tables: Readonly<Record<string, Table>>;
}

/** Reads the study file a call names and every data file it names; problems of all files at once. */
export async function loadStudy(call: Call): Promise<LoadedStudy> {
  const path = call.words[0] ?? refuse("usage/word-missing", { word: "<study.yaml>" });
  const study = parseStudyFile(await readText(path), basename(path));
  const folder = typeof call.flags.data === "string" ? call.flags.data : dirname(path);
  const problems: Problem[] = [];
  const tables: Record<string, Table> = {};
  for (const [name, { file, delimiter, decimal }] of Object.entries(study.data)) {
    try {
      const { table, notes } = await readTable(resolve(join(folder, file)), {
        ...(delimiter === undefined ? {} : { delimiter }),
        ...(decimal === undefined ? {} : { decimal }),
      });
      tellNotes(notes, call);
      tables[name] = table;
    } catch (error) {
      if (!(error instanceof BetrokkenError)) throw error;
      problems.push(...error.problems);
    }
  }
  refuseAll(problems);
  return { study, tables };
}

/** A text file, or a clear word that it is not there. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    return refuse("file/not-found", {}, { source: path });
  }
}
