import type { Finding } from "./finding.ts";
import type { StudyFile } from "./studyFile.ts";
import { onlyData } from "./studyVariables.ts";

type Path = readonly string[];

interface Range {
  readonly minimum: number;
  readonly maximum: number;
}

interface PlacedCode {
  readonly path: Path;
  readonly code: number;
}

/** Bounds the wrong way round, labels of answers that cannot be given, missing codes that hide real answers. */
export function codeFindings(study: StudyFile): Finding[] {
  return [
    ...Object.entries(study.data).flatMap(([data, file]) => fileCodes(study, data, file.missing)),
    ...Object.entries(study.answerScales).flatMap(([name, scale]) => answerScaleCodes(scale, ["answerScales", name])),
    ...Object.entries(study.outcomes).flatMap(([name, outcome]) => outcomeCodes(outcome, ["outcomes", name])),
  ];
}

/** A missing code of a whole file holds for every item and outcome in it. */
function fileCodes(study: StudyFile, data: string, missing: Readonly<Record<string, unknown>>): Finding[] {
  const ranges = rangesIn(study, data);
  return placed(missing, ["data", data, "missing"]).flatMap((one) => {
    const hidden = ranges.find((range) => isWithin(one.code, range));
    return hidden ? missingInside(one, hidden) : [];
  });
}

function rangesIn(study: StudyFile, data: string): Range[] {
  const here = (entry: { data?: string | undefined }) => (entry.data ?? onlyData(study)) === data;
  const items = Object.values(study.items).filter(here);
  return [
    ...items.map(({ answerScale }) => study.answerScales[answerScale ?? ""]),
    ...Object.values(study.outcomes).filter(here),
  ].flatMap((one) => rangeOf(one) ?? []);
}

function rangeOf(given: { minimum?: number | undefined; maximum?: number | undefined } | undefined): Range | undefined {
  if (given?.minimum === undefined || given.maximum === undefined) return undefined;
  return { minimum: given.minimum, maximum: given.maximum };
}

function answerScaleCodes(scale: StudyFile["answerScales"][string], path: Path): Finding[] {
  const codes = Object.entries(scale.codes).map(([text, code]) => ({ path: [...path, "codes", text], code }));
  return [
    ...wrongBounds(scale, path),
    ...[...placed(scale.labels, [...path, "labels"]), ...codes].flatMap((one) => codeOutside(one, scale)),
    ...placed(scale.missing, [...path, "missing"]).flatMap((one) => missingInside(one, scale)),
  ];
}

function outcomeCodes(outcome: StudyFile["outcomes"][string], path: Path): Finding[] {
  const range = rangeOf(outcome);
  if (!range) return [];
  return [
    ...wrongBounds(range, path),
    ...placed(outcome.missing, [...path, "missing"]).flatMap((one) => missingInside(one, range)),
  ];
}

function placed(record: Readonly<Record<string, unknown>>, path: Path): PlacedCode[] {
  return Object.keys(record).map((key) => ({ path: [...path, key], code: Number(key) }));
}

function isWithin(code: number, { minimum, maximum }: Range): boolean {
  return code >= minimum && code <= maximum;
}

function wrongBounds({ minimum, maximum }: Range, path: Path): Finding[] {
  return minimum < maximum ? [] : [{ path: [...path, "maximum"], code: "study/bounds", values: {} }];
}

function codeOutside({ path, code }: PlacedCode, { minimum, maximum }: Range): Finding[] {
  if (isWithin(code, { minimum, maximum })) return [];
  return [{ path, code: "study/code-outside", values: { minimum, maximum } }];
}

function missingInside({ path, code }: PlacedCode, { minimum, maximum }: Range): Finding[] {
  if (!isWithin(code, { minimum, maximum })) return [];
  return [{ path, code: "study/missing-code-inside", values: { minimum, maximum } }];
}
