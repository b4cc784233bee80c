import { note } from "../foundation/notes.ts";
import type { Note } from "../foundation/result.ts";
import { unguarded } from "./formulaGuard.ts";

/**
 * Names of columns from the cells of a header: blanks and byte order marks around them gone, a name for the nameless,
 * and `_2`, `_3` behind a name that stands there again. A note tells of every name that was made.
 */
export function headerNames(
  cells: readonly string[],
  source: string,
): { readonly names: readonly string[]; readonly notes: readonly Note[] } {
  const wanted = cells.map((cell) => unguarded(cell.trim()));
  const taken = new Set(wanted);
  const seen = new Set<string>();
  const notes: Note[] = [];
  const names = wanted.map((column, j) => {
    const position = j + 1;
    const known = column === "" ? "file/unnamed-header" : "file/duplicate-header";
    if (column !== "" && !seen.has(column)) {
      seen.add(column);
      return column;
    }
    const name = column === "" ? freeName(`column_${position}`, taken) : numberedName(column, taken);
    taken.add(name);
    notes.push(note(known, { source, column, position, name }));
    return name;
  });
  return { names, notes };
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? numberedName(name, taken) : name;
}

function numberedName(name: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${name}_${number}`)) number++;
  return `${name}_${number}`;
}
