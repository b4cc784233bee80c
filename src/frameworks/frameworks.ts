import theories from "../../data/frameworks/theories.json" with { type: "json" };
import { meant } from "../foundation/closest.ts";
import { refuse } from "../foundation/errors.ts";
import { type Framework, type FrameworkMatrix, type SourceDocument, theoriesFile } from "./framework.ts";

type Theories = ReturnType<typeof theoriesFile.parse>;

let read: Theories | undefined;

/** Checked against its schema once, when it is first asked for. */
function file(): Theories {
  read ??= theoriesFile.parse(theories);
  return read;
}

/**
 * The theories of parental involvement, all or those with a tag.
 * @param filter `tag`: "core" gives the ones to look at first
 * @returns typed and checked, in the order of the data
 * @example frameworks().length // 53
 */
export function frameworks(filter: { readonly tag?: string } = {}): readonly Framework[] {
  const { tag } = filter;
  return tag === undefined ? file().frameworks : file().frameworks.filter(({ tags }) => tags.includes(tag));
}

/**
 * One theory with its components, sources and what is disputed about it.
 * @param id such as "hill_tyson"
 * @throws framework/unknown, with the id that was probably meant
 * @example framework("fan_chen").components.length // 5
 */
export function framework(id: string): Framework {
  const found = file().frameworks.find((one) => one.id === id);
  if (found) return found;
  const known = file().frameworks.map((one) => one.id);
  return refuse("framework/unknown", { id, ...meant(id, known) });
}

/** The tags that theories have. */
export function frameworkTags(): string[] {
  return [...new Set(file().frameworks.flatMap(({ tags }) => tags))];
}

/** What each pair of a theory's components brings together, where a source has such a table. */
export function frameworkMatrix(id: string): FrameworkMatrix | undefined {
  return file().matrices.find((matrix) => matrix.framework === id);
}

/** The documents the theories were read in. */
export function sourceDocuments(): readonly SourceDocument[] {
  return file().documents;
}

/** A document by its id. */
export function sourceDocument(id: string): SourceDocument {
  return file().documents.find((document) => document.id === id) ?? refuse("framework/unknown-document", { id });
}
