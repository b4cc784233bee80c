import type { Language } from "../foundation/phrases.ts";
import type { Command, CommandEntry, Flag } from "./command.ts";
import { flagsOf } from "./parseCall.ts";

const WORDS = {
  en: {
    usage: "Usage",
    commands: "Commands",
    statistics: "Statistics",
    options: "Options",
    example: "Example",
    more: "Help for one of them: betrokken <command> --help",
    initially: "default",
  },
  nl: {
    usage: "Gebruik",
    commands: "Opdrachten",
    statistics: "Statistiek",
    options: "Opties",
    example: "Voorbeeld",
    more: "Hulp bij één ervan: betrokken <opdracht> --help",
    initially: "standaard",
  },
} as const;

const PURPOSE = {
  en: "betrokken: research on parental involvement and school success",
  nl: "betrokken: onderzoek naar ouderbetrokkenheid en schoolsucces",
} as const;

/** The list of all commands. */
export function generalHelp(
  commands: readonly CommandEntry[],
  statistics: readonly Pick<CommandEntry, "name" | "summary">[],
  language: Language,
): string {
  const words = WORDS[language];
  const all = [...commands, ...statistics];
  const width = Math.max(...all.map(({ name }) => name.length)) + 2;
  const list = (entries: readonly Pick<CommandEntry, "name" | "summary">[]) =>
    entries.map(({ name, summary }) => `  ${name.padEnd(width)}${summary[language]}`).join("\n");
  return [
    PURPOSE[language],
    `${words.usage}: betrokken <command> [...] [--lang nl|en]`,
    `${words.commands}:\n${list(commands)}`,
    `${words.statistics}:\n${list(statistics)}`,
    words.more,
  ].join("\n\n");
}

/** The help of one command: usage, flags, an example. */
export function commandHelp(command: Command, language: Language): string {
  const words = WORDS[language];
  const flags = Object.entries(flagsOf(command)).map(
    ([name, flag]) => [flagText(name, flag), helpText(flag, language)] as const,
  );
  const width = Math.max(...flags.map(([text]) => text.length)) + 2;
  return [
    command.summary[language],
    `${words.usage}: betrokken ${command.name} ${command.words} [${words.options.toLowerCase()}]`,
    `${words.options}:\n${flags.map(([text, help]) => `  ${text.padEnd(width)}${help}`).join("\n")}`,
    `${words.example}:\n  ${command.example}`,
  ].join("\n\n");
}

function flagText(name: string, { value }: Flag): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function helpText({ help, fallback }: Flag, language: Language): string {
  return fallback === undefined ? help[language] : `${help[language]} (${WORDS[language].initially}: ${fallback})`;
}
