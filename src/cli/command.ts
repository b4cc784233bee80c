import type { Language, Text } from "../foundation/phrases.ts";

/** Where words go: results to `out`, everything else to `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly width: number;
  /** Whether progress may overwrite its own line. */
  readonly interactive: boolean;
}

export interface Flag {
  readonly type: "string" | "boolean";
  /** What stands for the value in the help, for example FILE. */
  readonly value?: string;
  readonly help: Text;
  /** Shown in the help. */
  readonly fallback?: string;
}

export type Format = "table" | "json" | "csv" | "md";

/** A command line, read: positional words, flags, and what every command shares. */
export interface Call {
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
  /** The language asked for; undefined when the command may choose. */
  readonly asked: Language | undefined;
  readonly language: Language;
  readonly format: Format;
  readonly terminal: Terminal;
}

export interface Command {
  readonly name: string;
  readonly summary: Text;
  /** The positional words, for example "<study.yaml>". */
  readonly words: string;
  readonly flags: Readonly<Record<string, Flag>>;
  readonly example: string;
  /** Whether --format applies: what it prints is a result. */
  readonly printsResult: boolean;
  readonly run: (call: Call) => Promise<number>;
}

/** A command before it is loaded: enough for the list in the help. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: Text;
  readonly load: () => Promise<Command>;
}

export const EXIT = { done: 0, refused: 1, usage: 2 } as const;
