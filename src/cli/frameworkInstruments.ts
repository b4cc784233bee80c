import { formatCoefficient } from "../foundation/format.ts";
import type { Language, Text } from "../foundation/phrases.ts";
import { knownComponent } from "../frameworks/components.ts";
import { PERSPECTIVE_WORDS } from "../frameworks/frameworkWords.ts";
import { type Instrument, type InstrumentMatch, type InstrumentScale, instruments } from "../frameworks/instruments.ts";
import { pathText } from "../frameworks/pathText.ts";
import type { ApaTable } from "../report/apaTable.ts";
import { textTable } from "./frameworkTables.ts";
import type { CsvRows } from "./printShown.ts";

const SCALES: readonly Text[] = [
  { nl: "Vragenlijst", en: "Questionnaire" },
  { nl: "Schaal", en: "Scale" },
  { nl: "Wie", en: "Who" },
  { nl: "Items", en: "Items" },
  { nl: "α", en: "α" },
  { nl: "Meet", en: "Measures" },
  { nl: "Bekend van", en: "Known from" },
];
const LIST: readonly Text[] = [
  { nl: "Id", en: "Id" },
  { nl: "Vragenlijst", en: "Questionnaire" },
  { nl: "Wie", en: "Who" },
  { nl: "Schalen", en: "Scales" },
  { nl: "Bron", en: "Source" },
  { nl: "Toegang", en: "Access" },
];
const SEEN: Readonly<Record<InstrumentScale["seen"], Text>> = {
  found: { nl: "een pagina", en: "a page" },
  secondary: { nl: "een andere tekst", en: "another text" },
  document: { nl: "een brondocument", en: "a source document" },
  unchecked: { nl: "niet nagegaan", en: "not checked" },
};
const WORDS = {
  nl: {
    title: "Vragenlijsten",
    reading:
      "Wat een schaal meet is een lezing van dit project. Aantallen en alfa’s staan er alleen waar ze op een pagina zijn gezien.",
    none: "Geen schaal gevonden.",
  },
  en: {
    title: "Questionnaires",
    reading:
      "What a scale measures is a reading of this project. Counts and alphas stand only where they were seen on a page.",
    none: "No scale found.",
  },
} as const;

/** All questionnaires, or the scales that measure one component. */
export function instrumentTables(matches: readonly InstrumentMatch[] | undefined, language: Language): ApaTable[] {
  const words = WORDS[language];
  if (matches === undefined)
    return [
      textTable(
        words.title,
        LIST,
        instruments().map((one) => listLine(one, language)),
        language,
        [words.reading],
      ),
    ];
  const notes = matches.length === 0 ? [words.none] : [words.reading];
  return [
    textTable(
      words.title,
      SCALES,
      matches.map((match) => scaleLine(match, language)),
      language,
      notes,
    ),
  ];
}

function listLine(one: Instrument, language: Language): string[] {
  return [one.id, one.name, who(one, language), String(one.scales.length), one.citation, one.access[language]];
}

function scaleLine({ instrument, scale, component, path }: InstrumentMatch, language: Language): string[] {
  const way = path.length === 0 ? "" : `; ${pathText(path, language)}`;
  return [
    `${instrument.name} [${instrument.id}]`,
    scale.label[language],
    who(instrument, language),
    scale.items === null ? "–" : String(scale.items),
    scale.alpha === null ? "–" : formatCoefficient(scale.alpha, { language }),
    `${knownComponent(component).label[language]}${way}`,
    SEEN[scale.seen][language],
  ];
}

function who({ respondents }: Instrument, language: Language): string {
  return respondents.map((one) => PERSPECTIVE_WORDS[one][language]).join(", ");
}

/** One row per scale and component. */
export function instrumentRows(matches: readonly InstrumentMatch[] | undefined, language: Language): CsvRows {
  const all = instruments().flatMap((instrument) =>
    instrument.scales.map((scale) => ({ instrument, scale, component: scale.measures.join(" "), path: [] })),
  );
  return (matches ?? all).map(({ instrument, scale, component, path }) => ({
    instrument: instrument.id,
    name: instrument.name,
    scale: scale.label[language],
    component,
    path: path.map(({ to }) => to).join(" > "),
    items: scale.items,
    alpha: scale.alpha,
    seen: scale.seen,
    citation: instrument.citation,
  }));
}
