// What needs Node: files, notebooks, and everything of the plain entry.
export * from "./index.ts";
export { display } from "./notebook/display.ts";
export { readSav } from "./sources/readSav.ts";
export { readTable } from "./sources/readTable.ts";
export { writeCsv } from "./sources/writeCsv.ts";
export { writeFileWhole } from "./sources/writeFile.ts";
