import { z } from "zod";
import { expectation } from "../foundation/options.ts";
import type { Finding } from "./finding.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What a schema finds wrong in a value: unknown keys, missing keys, values of the wrong kind. */
export function shapeFindings(schema: z.ZodType, value: unknown): Finding[] {
  const parsed = schema.safeParse(value, { reportInput: true });
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => findings(schema, issue, []));
}

function findings(schema: z.ZodType, issue: Issue, before: Path): Finding[] {
  const path = [...before, ...issue.path];
  if (issue.code === "unrecognized_keys") return unknownKeys(schema, issue.keys, path);
  if (issue.code === "invalid_union") return unionFindings(schema, issue, path);
  if (issue.code === "invalid_key") return [{ path, code: "study/invalid-key", values: { key: String(path.at(-1)) } }];
  return [wrongValue(path, expectedAt(schema, path) + shortage(issue), issue.input === undefined)];
}

function wrongValue(path: Path, expected: string, absent: boolean): Finding {
  if (!absent || path.length === 0) return { path, code: "study/invalid", values: { expected } };
  return { path: path.slice(0, -1), code: "study/missing-key", values: { key: String(path.at(-1)), expected } };
}

/** How long a list or text must be at least, where that is what is wrong. */
function shortage(issue: Issue): string {
  return issue.code === "too_small" && issue.origin !== "number" ? `, ≥ ${issue.minimum}` : "";
}

function unknownKeys(schema: z.ZodType, keys: readonly string[], path: Path): Finding[] {
  const known = keysAt(schema, path).join(", ");
  return keys.map((key) => ({ path: [...path, key], code: "study/unknown-key", values: { key, known } }));
}

/** Of the forms a value may have, the one it comes nearest to: the one that complains of something inside it. */
function unionFindings(schema: z.ZodType, issue: z.core.$ZodIssueInvalidUnion, path: Path): Finding[] {
  const nearest = issue.errors.find((issues) => issues.every(isInside));
  if (nearest && nearest.length > 0) return nearest.flatMap((inner) => findings(schema, inner, path));
  return [wrongValue(path, expectedAt(schema, path), issue.input === undefined)];
}

function isInside(issue: Issue): boolean {
  return issue.path.length > 0 || issue.code === "unrecognized_keys";
}

function expectedAt(schema: z.ZodType, path: Path): string {
  return schemasAt(schema, path)
    .map((found) => expectation(found))
    .join(" | ");
}

function keysAt(schema: z.ZodType, path: Path): string[] {
  return schemasAt(schema, path).flatMap((found) => (found instanceof z.ZodObject ? Object.keys(found.shape) : []));
}

/** The schemas that a path may lead to: one, or one per form of a union. */
function schemasAt(schema: z.ZodType, path: Path): z.ZodType[] {
  return path
    .reduce<z.ZodType[]>((found, key) => found.flatMap((one) => step(one, key)), [bare(schema)])
    .flatMap(forms);
}

function step(schema: z.ZodType, key: PropertyKey): z.ZodType[] {
  return forms(schema).flatMap((form): z.ZodType[] => {
    if (form instanceof z.ZodObject) return key in form.shape ? [bare(form.shape[String(key)] as z.ZodType)] : [];
    if (form instanceof z.ZodRecord) return [bare(form.valueType as z.ZodType)];
    return form instanceof z.ZodArray ? [bare(form.element as z.ZodType)] : [];
  });
}

function forms(schema: z.ZodType): z.ZodType[] {
  const inner = bare(schema);
  return inner instanceof z.ZodUnion ? inner.options.map((option) => bare(option as z.ZodType)) : [inner];
}

/** Without "may be left out", defaults and what is made of the value afterwards. */
function bare(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return bare(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodPipe ? bare(schema.in as z.ZodType) : schema;
}
