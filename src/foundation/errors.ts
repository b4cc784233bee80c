import { type ErrorCode, errorPhrase, type Language, sentence, type Values } from "./phrases.ts";

/** Where something is wrong. Rows count from 1 without the header; `line` is the line of the file. */
export interface Location {
  readonly source?: string;
  readonly row?: number;
  readonly column?: string;
  readonly line?: number;
}

/** One thing that is wrong. `values` fill its phrase; they never hold a respondent's answer. */
export interface Problem {
  readonly code: ErrorCode;
  readonly values: Values;
  readonly location?: Location;
}

/**
 * The only error betrokken throws on purpose. One problem or many (reading collects all of them).
 * @example new BetrokkenError([{ code: "data/empty", values: {} }]).code // "data/empty"
 */
export class BetrokkenError extends Error {
  readonly code: ErrorCode;
  readonly location: Location | undefined;
  readonly problems: readonly Problem[];

  constructor(problems: readonly [Problem, ...Problem[]]) {
    super(problemsText(problems, "en"));
    this.name = "BetrokkenError";
    this.code = problems[0].code;
    this.location = problems[0].location;
    this.problems = problems;
  }
}

/** Stops the work with one clear problem. */
export function refuse(code: ErrorCode, values: Values = {}, location?: Location): never {
  throw new BetrokkenError([location ? { code, values, location } : { code, values }]);
}

/** Stops the work with all problems at once, if there are any. */
export function refuseAll(problems: readonly Problem[]): void {
  const [first, ...rest] = problems;
  if (first) throw new BetrokkenError([first, ...rest]);
}

const SHOWN = 20;

/** Problems as lines, at most twenty, with a count of the rest. */
export function problemsText(problems: readonly Problem[], language: Language): string {
  const lines = problems.slice(0, SHOWN).map((problem) => problemText(problem, language));
  const more = problems.length - SHOWN;
  return (more > 0 ? [...lines, sentence("and-more", { more }, language)] : lines).join("\n");
}

/** A problem as a sentence, its place first. */
export function problemText(problem: Problem, language: Language): string {
  const place = placeText(problem.location, language);
  const text = errorPhrase(problem.code, problem.values, language) + hintText(problem.values, language);
  return place === "" ? text : `${place}: ${text}`;
}

/** What was probably meant, where a problem knows it. */
function hintText({ meant }: Values, language: Language): string {
  return meant === undefined ? "" : ` ${sentence("did-you-mean", { meant }, language)}`;
}

const PLACES = {
  en: { row: "row", column: "column", line: "line" },
  nl: { row: "rij", column: "kolom", line: "regel" },
} as const;

function placeText(location: Location | undefined, language: Language): string {
  const words = PLACES[language];
  const parts = [
    location?.source,
    location?.line === undefined ? undefined : `${words.line} ${location.line}`,
    location?.row === undefined ? undefined : `${words.row} ${location.row}`,
    location?.column === undefined ? undefined : `${words.column} ${location.column}`,
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}
