import { meant } from "../foundation/closest.ts";
import { refuse } from "../foundation/errors.ts";
import type { Text } from "../foundation/phrases.ts";
import { word } from "../foundation/phrases.ts";
import { component, componentId } from "../frameworks/components.ts";
import { categoriesOf, type Table } from "../table/table.ts";
import { OWN_MODERATORS, type SheetColumns } from "./sheetFormat.ts";

/** A property of effects by which they can be compared. */
export interface SheetModerator {
  readonly name: string;
  readonly column: string;
  readonly label: Text;
  readonly kind: "category" | "number" | "component";
  readonly labels: Readonly<Record<string, Text>>;
}

/** The moderators that a sheet declares, and component, dimension and outcome where it has them. */
export function sheetModerators(sheet: SheetColumns): SheetModerator[] {
  const declared = Object.entries(sheet.moderators).map(([name, { column = name, label, kind, labels }]) => ({
    ...{ name, column, label, kind, labels },
  }));
  const own = OWN_MODERATORS.flatMap((name): SheetModerator[] => {
    const column = sheet[name];
    if (column === undefined) return [];
    const kind = name === "component" ? "component" : "category";
    const labels = name === "outcome" ? outcomeLabels(sheet) : {};
    return [{ name, column, label: { nl: word(name, "nl"), en: word(name, "en") }, kind, labels }];
  });
  return [...declared, ...own];
}

/** Every outcome that is declared; one without a label is called by its name. */
function outcomeLabels({ outcomes }: SheetColumns): Record<string, Text> {
  const entries = Object.entries(outcomes);
  return Object.fromEntries(entries.map(([name, { label }]) => [name, label ?? { nl: name, en: name }]));
}

/**
 * A moderator with categories by its name, or any column of the table by the column's.
 * @throws option/unknown-moderator; option/not-a-category where it is a number
 */
export function moderatorOf(sheet: SheetColumns, table: Table, name: string): SheetModerator {
  const found = anyModeratorOf(sheet, table, name);
  return found.kind === "number" ? refuse("option/not-a-category", { name }) : found;
}

/** The same for a moderator of any kind. */
export function anyModeratorOf(sheet: SheetColumns, table: Table, name: string): SheetModerator {
  const moderators = sheetModerators(sheet);
  const found =
    moderators.find((one) => one.name === name) ??
    moderators.find((one) => one.column === name) ??
    plainColumn(table, name);
  if (found) return found;
  const columns = table.fields.map((field) => field.name);
  const known = Object.keys(sheet.moderators).length > 0 ? moderators.map((one) => one.name) : columns;
  const near = meant(name, [...known, ...columns]);
  return refuse("option/unknown-moderator", { name, known: known.join(", "), ...near });
}

function plainColumn(table: Table, name: string): SheetModerator | undefined {
  if (!table.fields.some((field) => field.name === name)) return undefined;
  return { name, column: name, label: { nl: name, en: name }, kind: "category", labels: {} };
}

/** The level of every row; components are written in one way. */
export function moderatorLevels({ column, kind }: SheetModerator, table: Table): (string | null)[] {
  const levels = categoriesOf(table, column);
  return kind === "component" ? levels.map((level) => (level === null ? null : componentId(level))) : levels;
}

/** What a level means: its label in the sheet, the name of the theory component, or the level itself. */
export function levelLabel({ kind, labels }: SheetModerator, level: string): Text {
  const declared = Object.hasOwn(labels, level) ? labels[level] : undefined;
  return declared ?? (kind === "component" ? component(level)?.label : undefined) ?? { nl: level, en: level };
}
