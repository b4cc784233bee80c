import { meant } from "../foundation/closest.ts";
import { component, componentId, componentIds, knownBeside } from "../frameworks/components.ts";
import { codeFindings } from "./codeFindings.ts";
import type { Finding } from "./finding.ts";
import type { StudyFile } from "./studyFile.ts";
import { dataOfAnalysis, linksFrom, onlyData, splitReference, studyVariables } from "./studyVariables.ts";

type Path = readonly string[];
/** The names defined in each section; while a file is being mended also those whose own entry is wrong. */
export type Names = Readonly<Record<"data" | "answerScales" | "items" | "scales" | "outcomes", readonly string[]>>;

/**
 * What does not fit together inside a study file: names that are not defined, components of no theory, bounds the
 * wrong way round, items without a data set.
 */
export function referenceFindings(study: StudyFile, names: Names = namesOf(study)): Finding[] {
  return [
    ...duplicateNames(names),
    ...dataKeys(study, names),
    ...links(study, names),
    ...codeFindings(study),
    ...items(study, names),
    ...scales(study, names),
    ...outcomes(study, names),
    ...analyses(study, names),
  ];
}

/** The names a study defines. */
export function namesOf(study: StudyFile): Names {
  return {
    data: Object.keys(study.data),
    answerScales: Object.keys(study.answerScales),
    items: Object.keys(study.items),
    scales: Object.keys(study.scales),
    outcomes: Object.keys(study.outcomes),
  };
}

function known(name: string | undefined, section: keyof Names, names: Names, path: Path): Finding[] {
  if (name === undefined || names[section].includes(name)) return [];
  const values = { name, section, known: listed(names[section]), ...meant(name, names[section]) };
  return [{ path, code: "study/unknown-name", values }];
}

function knownComponent(id: string | undefined, path: Path): Finding[] {
  if (id === undefined || component(id)) return [];
  return [
    {
      path,
      code: "study/unknown-component",
      values: { component: id, known: listed(knownBeside(id)), ...meant(componentId(id), componentIds()) },
    },
  ];
}

/** Each component of a list; a single one is written without a list, so it has no place of its own. */
function knownComponents(ids: readonly string[] | undefined, path: Path): Finding[] {
  if (ids === undefined || ids.length === 1) return knownComponent(ids?.[0], path);
  return [...ids.flatMap((id, i) => knownComponent(id, [...path, String(i)])), ...repeated(ids, path)];
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "-" : names.join(", ");
}

/** Items, scales and outcomes are all variables: a name may stand for one of them only. */
function duplicateNames(names: Names): Finding[] {
  const sections = ["items", "scales", "outcomes"] as const;
  return sections.flatMap((section, i) =>
    names[section].flatMap((name) => {
      const first = sections.slice(0, i).find((earlier) => names[earlier].includes(name));
      const values = { name, first: first ?? "", second: section };
      return first ? [{ path: [section, name], code: "study/duplicate-name" as const, values }] : [];
    }),
  );
}

function dataKeys(study: StudyFile, names: Names): Finding[] {
  const none: Finding = { path: ["data"], code: "study/invalid", values: { expected: "object, ≥ 1" } };
  return [
    ...(names.data.length === 0 ? [none] : []),
    ...(["clusters", "groups", "weights"] as const).flatMap((section) =>
      Object.keys(study[section]).flatMap((name) => known(name, "data", names, [section, name])),
    ),
  ];
}

function links(study: StudyFile, names: Names): Finding[] {
  return study.links.flatMap((link, i) =>
    (["from", "to"] as const).flatMap((end): Finding[] => {
      const path = ["links", String(i), end];
      const { data, column } = splitReference(link[end]);
      if (data === "" || column === "" || !link[end].includes("."))
        return [{ path, code: "study/invalid", values: { expected: "data.column" } }];
      return known(data, "data", names, path);
    }),
  );
}

function items(study: StudyFile, names: Names): Finding[] {
  return Object.entries(study.items).flatMap(([name, item]): Finding[] => {
    const path = ["items", name];
    return [
      ...ownData(study, item.data, names, path),
      ...known(item.answerScale, "answerScales", names, [...path, "answerScale"]),
      ...knownComponents(item.measures, [...path, "measures"]),
      ...(item.reversed && item.answerScale === undefined
        ? [{ path: [...path, "reversed"], code: "study/needs-answer-scale" as const, values: {} }]
        : []),
    ];
  });
}

function ownData(study: StudyFile, data: string | undefined, names: Names, path: Path): Finding[] {
  if (data !== undefined) return known(data, "data", names, [...path, "data"]);
  if (names.data.length === 1 || onlyData(study) !== undefined) return [];
  return [{ path, code: "study/needs-data", values: { known: listed(names.data) } }];
}

function scales(study: StudyFile, names: Names): Finding[] {
  return Object.entries(study.scales).flatMap(([name, scale]): Finding[] => {
    const path = ["scales", name];
    const data = new Set(scale.items.flatMap((item) => study.items[item]?.data ?? []));
    return [
      ...scale.items.flatMap((item, i) => known(item, "items", names, [...path, "items", String(i)])),
      ...repeated(scale.items, [...path, "items"]),
      ...(data.size > 1
        ? [{ path: [...path, "items"], code: "study/mixed-data" as const, values: { found: [...data].join(", ") } }]
        : []),
      ...knownComponents(scale.measures, [...path, "measures"]),
    ];
  });
}

function repeated(items: readonly string[], path: Path): Finding[] {
  return items.flatMap((name, i): Finding[] =>
    items.indexOf(name) < i ? [{ path: [...path, String(i)], code: "study/repeated", values: { name } }] : [],
  );
}

function outcomes(study: StudyFile, names: Names): Finding[] {
  const main = study.mainOutcome;
  return [
    ...Object.entries(study.outcomes).flatMap(([name, { data }]) => ownData(study, data, names, ["outcomes", name])),
    ...(main === undefined ? [] : knownVariable(main, names, ["mainOutcome"])),
  ];
}

function knownVariable(name: string, names: Names, path: Path): Finding[] {
  const all = [...names.scales, ...names.outcomes, ...names.items];
  if (all.includes(name)) return [];
  const values = { name, section: "scales, outcomes, items", known: listed([...names.scales, ...names.outcomes]) };
  return [{ path, code: "study/unknown-name", values }];
}

function analyses(study: StudyFile, names: Names): Finding[] {
  return Object.entries(study.analyses).flatMap(([name, analysis]) => {
    const path = ["analyses", name];
    const data = dataOfAnalysis(study, analysis);
    return [
      ...known(analysis.data, "data", names, [...path, "data"]),
      ...(["predictors", "outcomes"] as const).flatMap((role) =>
        analysis[role].flatMap((variable, i) => [
          ...knownVariable(variable, names, [...path, role, String(i)]),
          ...reachable(study, variable, data, [...path, role, String(i)]),
        ]),
      ),
      ...(analysis.byGroup && data !== undefined && study.groups[data] === undefined
        ? [{ path: [...path, "byGroup"], code: "study/no-group" as const, values: { data } }]
        : []),
    ];
  });
}

/** A variable of another data set can be used only where a link leads to that data set. */
function reachable(study: StudyFile, name: string, data: string | undefined, path: Path): Finding[] {
  const own = studyVariables(study).find((variable) => variable.name === name)?.data;
  if (own === undefined || data === undefined || own === data) return [];
  const linked = linksFrom(study, data).some(({ to }) => to.data === own);
  return linked ? [] : [{ path, code: "study/no-link", values: { name, own, data } }];
}
