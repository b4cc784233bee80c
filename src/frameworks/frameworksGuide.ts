import type { Text } from "../foundation/phrases.ts";
import { knownComponent } from "./components.ts";
import type { Framework, FrameworkComponent, FrameworkMatrix } from "./framework.ts";
import { frameworkMatrix, frameworks, sourceDocument, sourceDocuments } from "./frameworks.ts";
import { KIND_WORDS, OUTCOME_WORDS, PERSPECTIVE_WORDS, RELATION_WORDS, SETTING_WORDS } from "./frameworkWords.ts";
import { instruments } from "./instruments.ts";
import type { Link } from "./link.ts";
import { links } from "./mapComponent.ts";
import { sourceText } from "./pathText.ts";

/** The guide's page on the theories, written from the data: Dutch and English beside each other. */
export function frameworksGuide(): string {
  const all = frameworks();
  const stated = links().filter(({ status }) => status === "stated").length;
  return [
    "# The theories",
    "Written by `npm run generate` from `data/frameworks/`. Definitions are in our own words.",
    `${all.length} theories with ${all.reduce((sum, { components }) => sum + components.length, 0)} components; ${links().length} links between them, of which ${stated} are stated by a source and the others inferred by this project. A scale in a study file names what it measures as \`theory/component\`; \`betrokken analyse study.yaml --framework hill_tyson\` reads the same study under another theory.`,
    "Only membership carries over from one theory to another: same, narrower, elaborates, and the reverse of broader. Paths may run through other theories, with at most one inferred link; overlaps leaves it ambiguous; other relations never map.",
    `## Sources\n\n${sourceDocuments()
      .map(({ id, citation }) => `- ${id}: ${citation}`)
      .join("\n")}`,
    ...all.map(section),
    `## Links\n\n${table(["from", "relation", "to", "source", "remark"], links().map(linkLine))}`,
    `## Questionnaires\n\nName and structure only; what a scale measures is a reading of this project.\n\n${table(
      ["questionnaire", "scale", "items", "alpha", "measures", "citation"],
      instruments().flatMap(({ name, citation, scales }) =>
        scales.map(({ label, items, alpha, measures }) => [
          name,
          both(label),
          String(items ?? "–"),
          String(alpha ?? "–"),
          measures.join(", "),
          citation,
        ]),
      ),
    )}`,
    "",
  ].join("\n\n");
}

function section(one: Framework): string {
  const matrix = frameworkMatrix(one.id);
  const sources = one.citations.map(
    ({ citation, document, locate }) => `${citation} (${sourceDocument(document).short.en}: ${locate})`,
  );
  return [
    `## ${both(one.label)}`,
    `\`${one.id}\` · ${KIND_WORDS[one.kind].en}${one.ordered ? ", ordered" : ""}${one.tags.map((tag) => ` · ${tag}`).join("")}`,
    `Sources: ${sources.join("; ")}.${one.original === null ? "" : ` Originally: ${one.original}.`}`,
    ...(one.note === null ? [] : [both(one.note)]),
    ...one.conflicts.map((text) => `**Sources disagree.** ${both(text)}`),
    table(["component", "nl", "en", "who", "where"], one.components.map(componentLine)),
    ...(matrix === undefined ? [] : [matrixText(matrix)]),
  ].join("\n\n");
}

function componentLine(part: FrameworkComponent): string[] {
  const added = part.inDocuments ? "" : " (added from outside the sources)";
  const within = part.partOf === undefined ? "" : ` (part of ${part.partOf})`;
  return [
    `\`${part.id}\`${within}${added}`,
    `**${part.label.nl}.** ${part.definition.nl}`,
    `**${part.label.en}.** ${part.definition.en}`,
    PERSPECTIVE_WORDS[part.perspective].en,
    SETTING_WORDS[part.setting].en,
  ];
}

function matrixText(matrix: FrameworkMatrix): string {
  const name = (id: string) => both(knownComponent(`${matrix.framework}/${id}`).label);
  const head = [`${both(matrix.rows)} ↓ ${both(matrix.columns)} →`, ...matrix.order.map(name)];
  const body = matrix.cells.map((cells, i) => [
    name(matrix.order[i]!),
    ...cells.map((cell) => both(matrix.outcomes[cell]!)),
  ]);
  return `${both(matrix.label)}\n\n${table(head, body)}`;
}

function linkLine(link: Link): string[] {
  return [
    `\`${link.from}\``,
    RELATION_WORDS[link.relation].en,
    `\`${link.to}\``,
    link.status === "stated" ? sourceText(link, "en") : OUTCOME_WORDS.inferred.en,
    link.note?.en ?? "",
  ];
}

function both({ nl, en }: Text): string {
  return nl === en ? nl : `${nl} / ${en}`;
}

function table(head: readonly string[], body: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...body.map(line)].join("\n");
}
