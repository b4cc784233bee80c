import { note, notesWhen } from "../foundation/notes.ts";
import type { Text } from "../foundation/phrases.ts";
import type { Note } from "../foundation/result.ts";
import { knownComponent } from "../frameworks/components.ts";
import { framework } from "../frameworks/frameworks.ts";
import { OUTCOME_WORDS } from "../frameworks/frameworkWords.ts";
import type { Mappings } from "../frameworks/link.ts";
import { type JointMapping, type MappingOptions, mapComponents } from "../frameworks/mapComponent.ts";
import { regroupedAnalyses } from "./regroupedAnalyses.ts";
import type { StudyFile } from "./studyFile.ts";
import { type StudyVariable, studyVariables } from "./studyVariables.ts";

/** A scale, or an item that is coded by itself or belongs to no scale, under another theory. */
export interface RegroupedVariable {
  readonly name: string;
  readonly kind: "scale" | "item";
  readonly data: string;
  readonly label: Text;
  /** The components it measures according to the study file; empty when it names none. */
  readonly measures: readonly string[];
  /** How it falls under the theory; null when it names no component. */
  readonly mapping: JointMapping | null;
}

/** The items of one data set that fall under one component of the theory. */
export interface RegroupedScale {
  /** Name of the new scale: the component, and the data set where there are several. */
  readonly name: string;
  readonly component: string;
  readonly data: string;
  /** The scales and single items it is made of. */
  readonly from: readonly string[];
  readonly items: readonly string[];
  /** `inferred` when one of its parts was brought there by an inferred link. */
  readonly status: "own" | "stated" | "inferred";
}

/** A study read under a theory. */
export interface Regrouping {
  readonly framework: string;
  readonly mappings: Mappings;
  readonly variables: readonly RegroupedVariable[];
  readonly scales: readonly RegroupedScale[];
  /** Components of the theory that nothing in the study measures for sure. */
  readonly missed: readonly string[];
  readonly notes: readonly Note[];
}

export interface RegroupedStudy extends Regrouping {
  /** The study with the theory's components for scales; ready for analyseStudy. */
  readonly study: StudyFile;
}

/**
 * A study read under another theory: every scale falls under the component that the crosswalk gives for what it
 * measures, and the items of what falls together become one scale, data set by data set. Scales that are ambiguous,
 * unmapped or name no component are left out of the predictors and listed; as outcomes they stay what they are.
 * @param study as parseStudyFile gives it
 * @param frameworkId the theory, such as "hill_tyson"
 * @param given `mappings`: "all" (default: also inferred links, at most one a path) or "stated"
 * @returns what fell where and by which links; the regrouped scores are means of the items as keyed
 * @throws framework/unknown with what was probably meant
 */
export function regroupStudy(study: StudyFile, frameworkId: string, given: MappingOptions = {}): RegroupedStudy {
  const theory = framework(frameworkId);
  const variables = codedVariables(study).map((one) => regrouped(one, frameworkId, given));
  const scales = scalesOf(study, variables);
  const reached = new Set(scales.map(({ component }) => component));
  const ids = theory.components.map(({ id }) => `${theory.id}/${id}`);
  const { analyses, dropped } = regroupedAnalyses(study, scales);
  return {
    framework: theory.id,
    mappings: given.mappings ?? "all",
    variables,
    scales,
    missed: ids.filter((id) => !reached.has(id)),
    notes: [
      ...scales.flatMap((one) => mixedScales(study, one)),
      ...dropped.map((analysis) => note("regroup/analysis-dropped", { analysis })),
    ],
    study: { ...study, scales: { ...keptScales(study, analyses), ...newScales(study, scales) }, analyses },
  };
}

/** Every scale, every item with a component of its own, and every item that belongs to no scale. */
function codedVariables(study: StudyFile): StudyVariable[] {
  const inScales = new Set(Object.values(study.scales).flatMap(({ items }) => items));
  return studyVariables(study).filter(
    ({ kind, name, measures }) => kind === "scale" || (kind === "item" && (measures.length > 0 || !inScales.has(name))),
  );
}

function regrouped(one: StudyVariable, frameworkId: string, given: MappingOptions): RegroupedVariable {
  const { name, kind, label, measures } = one;
  const mapping = measures.length === 0 ? null : mapComponents(measures, frameworkId, given);
  return {
    name,
    kind: kind as "scale" | "item",
    data: one.data ?? "",
    label,
    measures: mapping?.components ?? [],
    mapping,
  };
}

/** The items of a variable that are coded with it: an item's own component goes before that of its scale. */
function itemsOf(study: StudyFile, { kind, name }: RegroupedVariable): readonly string[] {
  if (kind === "item") return [name];
  return study.scales[name]!.items.filter((item) => study.items[item]?.measures === undefined);
}

function scalesOf(study: StudyFile, variables: readonly RegroupedVariable[]): RegroupedScale[] {
  const several = Object.keys(study.data).length > 1;
  const groups = new Map<string, RegroupedVariable[]>();
  for (const one of variables) {
    const target = one.mapping?.target;
    if (target === null || target === undefined || itemsOf(study, one).length === 0) continue;
    const name = several ? `${target}:${one.data}` : target;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups].map(([name, parts]) => ({
    name,
    component: parts[0]!.mapping!.target!,
    data: parts[0]!.data,
    from: parts.map((part) => part.name),
    items: [...new Set(parts.flatMap((part) => itemsOf(study, part)))],
    status: statusOf(parts),
  }));
}

function statusOf(parts: readonly RegroupedVariable[]): RegroupedScale["status"] {
  const outcomes = parts.map(({ mapping }) => mapping!.outcome);
  if (outcomes.includes("inferred")) return "inferred";
  return outcomes.every((outcome) => outcome === "own") ? "own" : "stated";
}

function newScales(study: StudyFile, scales: readonly RegroupedScale[]): StudyFile["scales"] {
  return Object.fromEntries(
    scales.map((one) => {
      const shares = one.from.flatMap((name) => study.scales[name]?.minimumAnswered ?? []);
      const minimumAnswered = shares.length === 0 ? 1 : Math.max(...shares);
      const scale = { label: labelOf(study, one, scales), items: [...one.items], score: "mean" as const };
      return [one.name, { ...scale, minimumAnswered, measures: [one.component] }];
    }),
  );
}

/** The component's name, its data set where two have it, and that it was inferred. */
function labelOf(study: StudyFile, { component, data, status }: RegroupedScale, all: readonly RegroupedScale[]): Text {
  const shared = all.filter((one) => one.component === component).length > 1;
  const written = (language: keyof Text) => {
    const marks = [
      ...(shared ? [(study.data[data]?.label?.[language] ?? data).toLowerCase()] : []),
      ...(status === "inferred" ? [OUTCOME_WORDS.inferred[language]] : []),
    ];
    const label = knownComponent(component).label[language];
    return marks.length === 0 ? label : `${label} (${marks.join(", ")})`;
  };
  return { nl: written("nl"), en: written("en") };
}

/** Scales that an analysis still uses as they were. */
function keptScales(study: StudyFile, analyses: StudyFile["analyses"]): StudyFile["scales"] {
  const used = new Set(Object.values(analyses).flatMap(({ predictors, outcomes }) => [...predictors, ...outcomes]));
  return Object.fromEntries(Object.entries(study.scales).filter(([name]) => used.has(name)));
}

/** Items with different answer scales weigh by their spread when a mean is taken over them. */
function mixedScales(study: StudyFile, { name, items }: RegroupedScale): Note[] {
  const ranges = new Set(
    items.map((item) => {
      const scale = study.answerScales[study.items[item]?.answerScale ?? ""];
      return scale === undefined ? "?" : `${scale.minimum}-${scale.maximum}`;
    }),
  );
  return notesWhen([ranges.size > 1, "regroup/mixed-answer-scales", { name, ranges: [...ranges].join(", ") }]);
}
