import { parseStudyFile } from "../../src/study/parseStudyFile.ts";
import { numberFieldOf, textFieldOf } from "../../src/table/fields.ts";
import type { Table } from "../../src/table/table.ts";

/** A small study of eight parents and their two teachers. */
export const PILOT_FILE = `betrokken: 1
title: Pilot
data:
  parents: { file: p.csv, role: parent, id: nr, label: Parents }
  teachers: { file: t.csv, role: teacher, id: code }
links: [{ from: parents.teacher, to: teachers.code }]
clusters: { parents: school }
groups: { parents: kind }
answerScales: { often: { minimum: 1, maximum: 5, missing: [9] } }
items:
  talk1: { data: parents, label: a, answerScale: often }
  talk2: { data: parents, label: b, answerScale: often, reversed: true }
  talk3: { data: parents, label: c, answerScale: often }
  warm: { data: teachers, label: d }
scales:
  talk: { label: Talk, items: [talk1, talk2, talk3], minimumAnswered: 0.6 }
outcomes:
  grade: { data: parents, label: Grade, minimum: 1, maximum: 10 }
analyses:
  main: { data: parents, predictors: [talk, warm], outcomes: [grade], byGroup: true }
`;

export const PILOT = parseStudyFile(PILOT_FILE, "study.yaml");

/** The columns of parents, as a test wants to see them changed. */
export interface PilotChanges {
  readonly numbers?: Readonly<Record<string, readonly number[]>>;
  readonly texts?: Readonly<Record<string, readonly (string | null)[]>>;
}

const NUMBERS: Readonly<Record<string, readonly number[]>> = {
  talk1: [5, 4, 2, 3, 1, 4, 5, 2],
  talk2: [1, 2, 4, 9, 5, 1, 2, 3],
  talk3: [5, 4, 9, 9, 2, 5, 4, 3],
  grade: [8, 7, 5, 6, 4, 7, 9, 5],
};

const TEXTS: Readonly<Record<string, readonly (string | null)[]>> = {
  nr: ["1", "2", "3", "4", "5", "6", "7", "8"],
  teacher: ["x", "y", "x", "y", "x", "y", "x", "y"],
  school: ["A", "A", "A", "B", "B", "B", "C", "C"],
  kind: ["special", "regular", "regular", "regular", "regular", "regular", "regular", "special"],
};

/** The pilot's tables; a number column that is given as texts becomes text. */
export function pilotTables({ numbers = {}, texts = {} }: PilotChanges = {}): Record<string, Table> {
  const allTexts = { ...TEXTS, ...texts };
  const allNumbers = Object.entries({ ...NUMBERS, ...numbers }).filter(([name]) => !(name in texts));
  const parents = [
    ...Object.entries(allTexts).map(([name, values]) => textFieldOf(name, values)),
    ...allNumbers.map(([name, values]) => numberFieldOf(name, Float64Array.from(values))),
  ];
  return {
    parents: { source: "p.csv", rows: allTexts.nr!.length, fields: parents },
    teachers: {
      source: "t.csv",
      rows: 2,
      fields: [textFieldOf("code", ["x", "y"]), numberFieldOf("warm", Float64Array.of(3, 7))],
    },
  };
}
