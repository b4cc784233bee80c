import type { FileAttribute, FileVariable, ResponseSet } from "./fileCodebook.ts";
import type { SavText } from "./savEncoding.ts";

const ROLES: readonly FileVariable["role"][] = ["input", "target", "both", "none", "partition", "split"];

/** Attributes as SPSS writes them, `name('value'\n'value'\n)` one after another. */
export function parseAttributes(text: string): FileAttribute[] {
  return [...text.matchAll(/([^()\n]+)\(((?:'[^\n]*'\n)+)\)/g)].map(([, name, values]) => ({
    name: name!,
    values: values!
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.slice(1, -1)),
  }));
}

/** Attributes by column: `NAME:attributes/NAME:attributes`. A slash inside a value does not separate. */
export function parseVariableAttributes(text: string): Map<string, FileAttribute[]> {
  const variables = [...text.matchAll(/(?:^|\/)([^:/()\n]+):((?:[^()/:\n]+\((?:'[^\n]*'\n)+\))*)/g)];
  return new Map(variables.map(([, name, attributes]) => [name!, parseAttributes(attributes!)]));
}

/** The part a column plays, from its attributes. */
export function roleOf(attributes: readonly FileAttribute[]): FileVariable["role"] {
  const role = attributes.find(({ name }) => name === "$@Role")?.values[0];
  return role === undefined ? null : (ROLES[Number(role)] ?? null);
}

/** Multiple-response sets, one a line; their lengths count bytes, so texts are cut before they are decoded. */
export function parseResponseSets(
  data: Uint8Array,
  text: SavText,
  nameOf: (short: string) => string,
): readonly ResponseSet[] {
  const decode = (part: string) => text.decode(Buffer.from(part, "latin1"));
  return setsOf(Buffer.from(data).toString("latin1")).map(({ name, kind, counted, label, columns }) => ({
    name: decode(name),
    label: decode(label),
    kind: kind === "C" ? "categories" : "dichotomies",
    counted: counted === null ? null : decode(counted),
    columns: columns.map((column) => nameOf(decode(column))),
  }));
}

interface RawSet {
  readonly name: string;
  readonly kind: string;
  readonly counted: string | null;
  readonly label: string;
  readonly columns: readonly string[];
}

function setsOf(data: string): RawSet[] {
  const sets: RawSet[] = [];
  let rest = data;
  for (let set = nextSet(rest); set !== undefined; set = nextSet(rest)) {
    sets.push(set.set);
    rest = set.rest;
  }
  return sets;
}

/** A label may hold a line end, so a set ends behind its label, at the next one. */
function nextSet(data: string): { set: RawSet; rest: string } | undefined {
  const head = /^\s*\0*(\$[^=\n]*)=(?:(C)|(E) \d+|(D)(?=\d)) ?/.exec(data);
  if (!head) return undefined;
  const [whole, name, categories] = head;
  let rest = data.slice(whole.length);
  const counted = categories ? null : takeCounted(rest);
  if (counted) rest = counted.rest;
  const label = takeCounted(rest);
  if (label === undefined || counted === undefined) return undefined;
  const end = label.rest.indexOf("\n");
  const columns = label.rest.slice(0, end < 0 ? undefined : end).replaceAll("\0", "");
  const set = {
    name: name!,
    kind: categories ?? "D",
    counted: counted?.text ?? null,
    label: label.text,
    columns: columns.split(" ").filter((column) => column !== ""),
  };
  return { set, rest: end < 0 ? "" : label.rest.slice(end + 1) };
}

/** A length, a blank, and as many bytes. */
function takeCounted(data: string): { text: string; rest: string } | undefined {
  const [head, length] = /^(\d{1,9}) /.exec(data) ?? [];
  if (head === undefined) return undefined;
  const end = head.length + Number(length);
  return { text: data.slice(head.length, end), rest: data.slice(end).replace(/^ /, "") };
}
