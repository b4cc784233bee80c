import { z } from "zod";
import { meant } from "./closest.ts";
import { type Problem, refuseAll } from "./errors.ts";
import type { Text } from "./phrases.ts";

/** What a user may pass for a schema: fields with a default may be left out. */
export type Given<S extends z.ZodType> = z.input<S>;
/** What the statistic works with: every option has its value. */
export type Resolved<S extends z.ZodType> = z.output<S>;

/** Gives a schema its help text in both languages. */
export function described<S extends z.ZodType>(schema: S, help: Text): S {
  return schema.meta({ help }) as S;
}

/**
 * The options that several statistics share: one name, one meaning, one default.
 * Where a statistic's default differs, `DEFAULTS_THAT_DIFFER` lists it with its reason.
 */
export const shared = {
  confidenceLevel: described(z.number().gt(0).lt(1).default(0.95), {
    en: "level of the confidence intervals",
    nl: "niveau van de betrouwbaarheidsintervallen",
  }),
  missing: described(z.enum(["listwise", "pairwise"]).default("listwise"), {
    en: "what to do with missing values: leave out rows, or use what each pair has",
    nl: "wat te doen met ontbrekende waarden: rijen weglaten, of per paar gebruiken wat er is",
  }),
  adjust: described(z.enum(["none", "bonferroni", "holm", "hochberg", "hommel", "BH", "BY"]).default("holm"), {
    en: "correction of p for the number of tests",
    nl: "correctie van p voor het aantal toetsen",
  }),
  seed: described(z.int().min(0), {
    en: "seed of the random numbers",
    nl: "startgetal van de toevalsgetallen",
  }),
} as const;

/** Every default that is not the shared one, with the reason. A test holds the cards against this list. */
export const DEFAULTS_THAT_DIFFER: Readonly<Record<string, { readonly option: string; readonly why: string }>> = {
  pearsonCorrelation: {
    option: "missing",
    why: "a matrix of many scales would lose most rows listwise; each pair shows its own n",
  },
  spearmanCorrelation: { option: "missing", why: "as in pearsonCorrelation" },
  kendallCorrelation: { option: "missing", why: "as in pearsonCorrelation" },
  toEffectRows: { option: "missing", why: "as in pearsonCorrelation" },
  mcdonaldOmega: {
    option: "missing",
    why: "a latent-variable model can use every answer given (full-information maximum likelihood)",
  },
  polychoricCorrelation: {
    option: "missing",
    why: "as in pearsonCorrelation",
  },
  polyserialCorrelation: { option: "missing", why: "as in pearsonCorrelation" },
};

/**
 * Resolves options: fills in the defaults, refuses unknown and impossible ones, all at once.
 * @throws option/unknown, option/invalid
 * @example resolve(z.strictObject({ confidenceLevel: shared.confidenceLevel }), {}) // { confidenceLevel: 0.95 }
 */
export function resolve<S extends z.ZodObject>(schema: S, given: Given<S> | undefined): Resolved<S> {
  const parsed = schema.safeParse(given ?? {});
  if (parsed.success) return parsed.data as Resolved<S>;
  const problems = parsed.error.issues.flatMap((issue) => optionProblems(schema, issue));
  refuseAll(problems);
  throw parsed.error;
}

function optionProblems(schema: z.ZodObject, issue: z.core.$ZodIssue): Problem[] {
  if (issue.code === "unrecognized_keys") {
    const names = Object.keys(schema.shape);
    const known = names.join(", ");
    return issue.keys.map((option) => ({
      code: "option/unknown",
      values: { option, known, ...meant(option, names) },
    }));
  }
  const option = issue.path.join(".") || "options";
  const field = schema.shape[String(issue.path[0])] as z.ZodType | undefined;
  return [{ code: "option/invalid", values: { option, expected: field ? expectation(field) : "an object" } }];
}

/** What a schema accepts, in a few words that both languages can read. */
export function expectation(schema: z.ZodType): string {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  if (json.enum) return json.enum.join(" | ");
  if (json.anyOf) return json.anyOf.map((part) => describeJson(part as JsonPart)).join(" | ");
  return describeJson(json as JsonPart);
}

interface JsonPart {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
}

function describeJson(part: JsonPart): string {
  if (part.const !== undefined) return String(part.const);
  if (part.enum) return part.enum.join(" | ");
  const lower = part.exclusiveMinimum !== undefined ? `> ${part.exclusiveMinimum}` : bound("≥", part.minimum);
  const upper = part.exclusiveMaximum !== undefined ? `< ${part.exclusiveMaximum}` : bound("≤", part.maximum);
  return [part.type ?? "?", lower, upper].filter((text) => text !== "").join(" ");
}

function bound(sign: string, value: number | undefined): string {
  return value === undefined || Math.abs(value) === Number.MAX_SAFE_INTEGER ? "" : `${sign} ${value}`;
}
