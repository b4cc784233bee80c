import { note } from "../foundation/notes.ts";
import type { Note } from "../foundation/result.ts";
import { type MissingCode, matchingCode } from "../table/missing.ts";
import type { CellColumn } from "./cellColumns.ts";
import { type DecimalSign, isClear, isGrouped, parseNumber } from "./numberText.ts";

/** A column counts as numbers, or almost, from this share of its cells. */
export const NEARLY = 0.8;

/** What speaks for each decimal sign in one column. */
interface Evidence {
  readonly name: string;
  /** Nearly all cells are numbers with this sign, and some cannot be read otherwise. */
  readonly clear: Readonly<Record<DecimalSign, boolean>>;
  /** Some cell, in whatever column, could have a decimal comma. */
  readonly anyComma: boolean;
  /** Every cell is groups of three behind this sign. */
  readonly grouped: Readonly<Record<DecimalSign, boolean>>;
}

/** The columns of a file, what separates them, the codes that are declared missing, and the file's name. */
export interface DecimalQuestion {
  readonly columns: readonly CellColumn[];
  readonly delimiter: string;
  readonly codes: (column: string) => readonly MissingCode[];
  readonly source: string;
}

/**
 * Finds the decimal sign of a whole file (never per column, never from the machine's language). Files with commas
 * between columns have points. Else the comma is taken when a column of numbers has decimal commas, or when any cell
 * looks like one and no column of numbers has decimal points.
 */
export function findDecimal({ columns, delimiter, codes, source }: DecimalQuestion): {
  readonly decimal: DecimalSign;
  readonly notes: readonly Note[];
} {
  const evidence = columns.map((column) => evidenceOf(column, codes(column.name)));
  const decimal = delimiter === "," ? "." : decide(evidence);
  return { decimal, notes: [...mixedNotes(evidence, decimal, source), ...ambiguousNotes(evidence, decimal, source)] };
}

function decide(evidence: readonly Evidence[]): DecimalSign {
  if (evidence.some(({ clear }) => clear[","])) return ",";
  if (evidence.some(({ clear }) => clear["."])) return ".";
  return evidence.some(({ anyComma }) => anyComma) ? "," : ".";
}

function evidenceOf(column: CellColumn, codes: readonly MissingCode[]): Evidence {
  const cells = column.levels
    .map((level, j) => ({ level, count: column.counts[j]! }))
    .filter(({ level }) => level.trim() !== "" && matchingCode(codes, level) < 0);
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  const clear = (sign: DecimalSign) => {
    if (!cells.some(({ level }) => isClear(level, sign))) return false;
    const numbers = cells.filter(({ level }) => !Number.isNaN(parseNumber(level, sign)));
    return numbers.reduce((sum, { count }) => sum + count, 0) >= NEARLY * total;
  };
  const grouped = (sign: DecimalSign) => total > 0 && cells.every(({ level }) => isGrouped(level, sign));
  return {
    name: column.name,
    clear: { ",": clear(","), ".": clear(".") },
    anyComma: cells.some(({ level }) => isClear(level, ",") || (isGrouped(level, ".") && !isClear(level, "."))),
    grouped: { ",": grouped(","), ".": grouped(".") },
  };
}

function mixedNotes(evidence: readonly Evidence[], decimal: DecimalSign, source: string): Note[] {
  const other = otherSign(decimal);
  const against = evidence.filter(({ clear }) => clear[other] && !clear[decimal]).map(({ name }) => name);
  const agreeing = evidence.some(({ clear }) => clear[decimal]);
  return agreeing && against.length > 0
    ? [note("file/decimal-mixed", { source, decimal, columns: against.join(", ") })]
    : [];
}

/** 1.234 is a number with either sign: thousands in a file with decimal commas, decimals in one with points. */
function ambiguousNotes(evidence: readonly Evidence[], decimal: DecimalSign, source: string): Note[] {
  const other = otherSign(decimal);
  const certain = decimal === "," && evidence.some(({ clear }) => clear[","]);
  return evidence.flatMap(({ name, grouped, clear }) => {
    const doubt = (sign: DecimalSign, reading: string | number) =>
      note("file/decimal-ambiguous", { source, column: name, example: sign === "," ? "1.234" : "1,234", reading });
    if (clear[decimal] || clear[other]) return [];
    if (grouped[decimal]) return [doubt(decimal, "1234")];
    return grouped[other] && !certain ? [doubt(other, 1.234)] : [];
  });
}

function otherSign(sign: DecimalSign): DecimalSign {
  return sign === "," ? "." : ",";
}
