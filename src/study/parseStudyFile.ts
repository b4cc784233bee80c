import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
} from "yaml";
import type { z } from "zod";
import { type Problem, refuseAll } from "../foundation/errors.ts";
import { type Finding, problemOf } from "./finding.ts";
import { type Names, namesOf, referenceFindings } from "./referenceFindings.ts";
import { shapeFindings } from "./shapeFindings.ts";
import { type StudyFile, studyFile } from "./studyFile.ts";

/**
 * Reads a study file: what the data are, which items make which scale, what to relate to what. YAML or JSON.
 * @param text the file's text
 * @param source its name, for messages
 * @returns the study with every default filled in
 * @throws study/yaml, study/unknown-key, study/missing-key, study/invalid, study/unknown-name, study/unknown-component
 * and more: all mistakes at once, each with its line and its path in the file (as column)
 * @example parseStudyFile("{ betrokken: 1, title: Pilot, data: { parents: { file: p.csv, role: parent } } }", "study.yaml").language // "nl"
 */
export function parseStudyFile(text: string, source: string): StudyFile {
  const { value, located } = readYaml(text, source);
  const shape = shapeFindings(studyFile, value);
  if (shape.length === 0) {
    const study = studyFile.parse(value);
    refuseAll(inOrder(referenceFindings(study).map(located)));
    return study;
  }
  refuseAll(inOrder([...shape, ...findingsOfTheRest(value, shape)].map(located)));
  return studyFile.parse(value);
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => (a.location?.line ?? 0) - (b.location?.line ?? 0));
}

/** A YAML or JSON text as plain data, with a way to say on which line a finding stands. */
export function readYaml(text: string, source: string): { value: unknown; located: (finding: Finding) => Problem } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  refuseAll(
    document.errors.map(({ code, pos }) => {
      const values = { reason: code.toLowerCase().replaceAll("_", " ") };
      return problemOf({ path: [], code: "study/yaml", values }, { source, line: lines.linePos(pos[0]).line });
    }),
  );
  const located = (finding: Finding) => {
    const start = startOf(document, finding.path);
    return problemOf(finding, start === undefined ? { source } : { source, line: lines.linePos(start).line });
  };
  return { value: plain(document, source), located };
}

/** Refuses a file whose aliases multiply without end. */
function plain(document: Document, source: string): unknown {
  try {
    return document.toJS();
  } catch {
    refuseAll([problemOf({ path: [], code: "study/yaml", values: { reason: "aliases" } }, { source })]);
    return undefined;
  }
}

/** Where a path begins in the text: at its key, or at the nearest thing above it that exists. */
function startOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  let node: Node | null = resolved(document, document.contents);
  let start = node?.range?.[0];
  for (const key of path) {
    const entry = entryOf(node, key);
    if (entry === undefined) return start;
    const at = isPair(entry) ? (entry.key as Node | null) : entry;
    start = at?.range?.[0] ?? start;
    node = resolved(document, isPair(entry) ? (entry.value as Node | null) : entry);
  }
  return start;
}

function entryOf(node: Node | null, key: PropertyKey): Pair | Node | undefined {
  if (isMap(node)) return node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
  return isSeq(node) ? (node.items[Number(key)] as Node | undefined) : undefined;
}

function resolved(document: Document, node: Node | null): Node | null {
  return isAlias(node) ? (node.resolve(document) ?? null) : node;
}

/** The mistakes in the parts whose shape is right, so that one reading shows them all. */
function findingsOfTheRest(value: unknown, shape: readonly Finding[]): Finding[] {
  if (!isRecord(value)) return [];
  const rest = structuredClone(value);
  for (const { path } of shape) dropEntry(rest, path);
  const study = studyFile.safeParse({ ...HEAD, ...rest });
  if (!study.success) return [];
  const found = referenceFindings(study.data, allNames(study.data, value));
  return isRecord(value.data) ? found : found.filter(({ path }) => path.join() !== "data");
}

const HEAD: z.input<typeof studyFile> = { betrokken: 1, title: "-", data: {} };

/** Takes out the entry (an item, a scale ...) in which something is wrong, or the whole key at the top. */
function dropEntry(value: unknown, path: readonly PropertyKey[]): void {
  const [section, entry] = path.map(String);
  if (!isRecord(value) || section === undefined) return;
  const within = value[section];
  if (Array.isArray(within)) value[section] = within.filter((_, i) => String(i) !== entry);
  else if (isRecord(within) && entry !== undefined) delete within[entry];
  else delete value[section];
}

/** A name whose entry is wrong is still defined. */
function allNames(study: StudyFile, value: unknown): Names {
  const sections = Object.entries(namesOf(study)).map(([section, names]) => {
    const written = isRecord(value) ? value[section] : undefined;
    return [section, isRecord(written) ? Object.keys(written) : names];
  });
  return Object.fromEntries(sections) as Names;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
