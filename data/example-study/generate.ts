import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { writeCsv } from "../../src/sources/writeCsv.ts";
import { EXAMPLE_DESIGN, EXAMPLE_SEED } from "../../src/study/exampleDesign.ts";
import { populationDocument } from "../../src/study/populationDocument.ts";
import { simulateStudy } from "../../src/study/simulateStudy.ts";

// Writes ouders.csv, leraren.csv and population.json. Run: npx tsx data/example-study/generate.ts

const write = (name: string, text: string) => writeFileSync(fileURLToPath(new URL(name, import.meta.url)), text);

const { parents, teachers } = simulateStudy(EXAMPLE_SEED);
write(parents.source, writeCsv(parents, { language: "nl" }));
write(teachers.source, writeCsv(teachers, { language: "nl" }));
write("population.json", populationDocument(EXAMPLE_SEED, EXAMPLE_DESIGN));
