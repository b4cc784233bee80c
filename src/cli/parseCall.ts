import { parseArgs } from "node:util";
import { meant } from "../foundation/closest.ts";
import { refuse } from "../foundation/errors.ts";
import { LANGUAGES, type Language } from "../foundation/phrases.ts";
import type { Call, Command, Flag, Format, Terminal } from "./command.ts";

const FORMATS: readonly Format[] = ["table", "json", "csv", "md"];

/** Flags that every command takes. */
export const COMMON_FLAGS: Readonly<Record<string, Flag>> = {
  lang: { type: "string", value: "nl|en", help: { en: "language of what is shown", nl: "taal van wat getoond wordt" } },
  help: { type: "boolean", help: { en: "this help", nl: "deze hulp" } },
};

export const FORMAT_FLAG: Flag = {
  type: "string",
  value: FORMATS.join("|"),
  fallback: "table",
  help: { en: "how the result is printed", nl: "hoe het resultaat wordt afgedrukt" },
};

/**
 * Reads a command line against a command's flags.
 * @throws usage/unknown-flag, usage/flag-value: all of them lead to exit code 2
 */
export function parseCall(command: Command, args: readonly string[], terminal: Terminal): Call {
  const flags = flagsOf(command);
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(Object.entries(flags).map(([name, { type }]) => [name, { type }])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const known = Object.keys(flags).map((name) => `--${name}`);
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const flag = flags[token.name];
    if (!flag)
      refuse("usage/unknown-flag", { flag: token.rawName, known: known.join(" "), ...meant(token.rawName, known) });
    if (flag.type === "string" && (token.value === undefined || token.value === "")) {
      refuse("usage/flag-value", { flag: token.rawName, expected: flag.value ?? "…" });
    }
  }
  const given = values as Record<string, string | boolean | undefined>;
  const asked = languageFlag(given.lang);
  return {
    words: positionals,
    flags: given,
    asked,
    language: asked ?? systemLanguage(),
    format: formatFlag(given.format),
    terminal,
  };
}

/** A command's own flags, and the common ones. */
export function flagsOf(command: Command): Readonly<Record<string, Flag>> {
  return { ...command.flags, ...(command.printsResult ? { format: FORMAT_FLAG } : {}), ...COMMON_FLAGS };
}

function languageFlag(value: string | boolean | undefined): Language | undefined {
  if (value === undefined) return undefined;
  const language = LANGUAGES.find((candidate) => candidate === value);
  return language ?? refuse("usage/flag-value", { flag: "--lang", expected: LANGUAGES.join("|") });
}

function formatFlag(value: string | boolean | undefined): Format {
  if (value === undefined) return "table";
  const format = FORMATS.find((candidate) => candidate === value);
  return format ?? refuse("usage/flag-value", { flag: "--format", expected: FORMATS.join("|") });
}

/** Dutch where the system is Dutch, else English. */
export function systemLanguage(environment: NodeJS.ProcessEnv = process.env): Language {
  const locale =
    environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  return locale.toLowerCase().startsWith("nl") ? "nl" : "en";
}
