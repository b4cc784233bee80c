import { BetrokkenError, problemsText } from "../foundation/errors.ts";
import type { Language } from "../foundation/phrases.ts";
import { type Command, EXIT, type Terminal } from "./command.ts";
import { COMMANDS, findCommand, statisticEntries } from "./commands.ts";
import { commandHelp, generalHelp } from "./help.ts";
import { parseCall, systemLanguage } from "./parseCall.ts";
import { version } from "./version.ts";

/**
 * Runs one command line. Results go to stdout, words to stderr.
 * @returns the exit code: 0 done, 1 the data or the model say no, 2 wrong usage
 */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const language = spokenLanguage(args);
  try {
    return await dispatch(args, terminal, language);
  } catch (error) {
    if (!(error instanceof BetrokkenError)) throw error;
    terminal.err(problemsText(error.problems, language));
    return isUsage(error) ? EXIT.usage : EXIT.refused;
  }
}

async function dispatch(args: readonly string[], terminal: Terminal, language: Language): Promise<number> {
  const [name, ...rest] = args;
  if (name === "--version" || name === "-v") return say(terminal, version());
  if (name === undefined || name.startsWith("-"))
    return say(terminal, generalHelp(COMMANDS, await statisticEntries(), language));
  const command = await findCommand(name);
  if (rest.includes("--help") || rest.includes("-h")) return say(terminal, commandHelp(command, language));
  return run(command, rest, terminal);
}

function run(command: Command, args: readonly string[], terminal: Terminal): Promise<number> {
  return command.run(parseCall(command, args, terminal));
}

function say(terminal: Terminal, text: string): number {
  terminal.out(text);
  return EXIT.done;
}

/** The language of errors must be known before the command line is read. */
function spokenLanguage(args: readonly string[]): Language {
  const at = args.indexOf("--lang");
  const value = at >= 0 ? args[at + 1] : args.find((word) => word.startsWith("--lang="))?.slice("--lang=".length);
  return value === "nl" || value === "en" ? value : systemLanguage();
}

function isUsage({ code }: BetrokkenError): boolean {
  return ["usage/", "option/", "input/", "statistic/"].some((area) => code.startsWith(area));
}
