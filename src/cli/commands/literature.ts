import { type Command, EXIT } from "../command.ts";
import { inputOf } from "../literatureQuery.ts";
import { literatureCsv, literatureTables } from "../literatureTables.ts";
import { printShown } from "../printShown.ts";

export const literatureCommand: Command = {
  name: "literature",
  summary: {
    en: "Published figures on parental involvement, by component of a theory, outcome, age or sector; with where sources contradict each other.",
    nl: "Gepubliceerde cijfers over ouderbetrokkenheid, naar onderdeel van een theorie, uitkomst, leeftijd of sector; met waar bronnen elkaar tegenspreken.",
  },
  words: "",
  flags: {
    component: {
      type: "string",
      value: "ID",
      help: {
        en: "a component or its parts: fan_chen.expectations",
        nl: "een onderdeel of delen ervan: fan_chen.expectations",
      },
    },
    framework: {
      type: "string",
      value: "ID",
      help: { en: "any component of a theory", nl: "elk onderdeel van een theorie" },
    },
    outcome: { type: "string", value: "achievement|reading|...", help: { en: "the outcome", nl: "de uitkomst" } },
    age: { type: "string", value: "YEARS", help: { en: "age of the children", nl: "leeftijd van de kinderen" } },
    sector: {
      type: "string",
      value: "preschool|primary|secondary",
      help: { en: "the kind of school", nl: "het soort school" },
    },
    measure: { type: "string", value: "r|d|...", help: { en: "the measure", nl: "de maat" } },
    mappings: {
      type: "string",
      value: "none|stated|all",
      fallback: "none",
      help: {
        en: "also figures on components of other theories that fall under it",
        nl: "ook cijfers over onderdelen van andere theorieën die eronder vallen",
      },
    },
  },
  example: "betrokken literature --component fan_chen.expectations",
  printsResult: true,
  run: async (call) => {
    const { literature } = await import("../../frameworks/literature.ts");
    const rows = literature(inputOf(call));
    printShown(rows, literatureTables(rows, call.language), literatureCsv(rows, call.language), call);
    return EXIT.done;
  },
};
