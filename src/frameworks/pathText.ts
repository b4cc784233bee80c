import type { Language } from "../foundation/phrases.ts";
import { knownComponent } from "./components.ts";
import { sourceDocument } from "./frameworks.ts";
import { OUTCOME_WORDS, RELATION_WORDS, REVERSED_WORDS } from "./frameworkWords.ts";
import type { LinkStatus } from "./link.ts";
import type { Step } from "./pathSearch.ts";

/**
 * A path in words: every link with its relation and who says so, or that it was inferred; where it leads is said of
 * all but the last, whose end the reader knows.
 * @example pathText([], "en") // ""
 */
export function pathText(path: readonly Step[], language: Language): string {
  return path.map((step, i) => stepText(step, i === path.length - 1, language)).join(", ");
}

function stepText({ relation, reversed, to, status, document }: Step, last: boolean, language: Language): string {
  const words = (reversed ? REVERSED_WORDS[relation] : undefined) ?? RELATION_WORDS[relation];
  const { label, framework } = knownComponent(to);
  const end = last ? "" : ` ${label[language]} (${framework})`;
  return `${words[language]}${end} [${sourceText({ status, document, locate: null }, language)}]`;
}

/** Who says that a link holds: the document and the place in it, or that it was inferred here. */
export function sourceText(
  link: { readonly status: LinkStatus; readonly document: string | null; readonly locate: string | null },
  language: Language,
): string {
  if (link.status === "inferred" || link.document === null) return OUTCOME_WORDS.inferred[language];
  const place = link.locate === null ? "" : `, ${link.locate}`;
  return `${sourceDocument(link.document).short[language]}${place}`;
}
