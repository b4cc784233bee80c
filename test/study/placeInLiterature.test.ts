import { beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/foundation/phrases.ts";
import { type PublishedFigure, publishedFigures } from "../../src/frameworks/publishedFigures.ts";
import { toEffectRows } from "../../src/inference/toEffectRows.ts";
import { randomEffects } from "../../src/meta/randomEffects.ts";
import { renderTerminal } from "../../src/report/renderTerminal.ts";
import { analyseStudy } from "../../src/study/analyseStudy.ts";
import { bareSheet } from "../../src/study/bareSheet.ts";
import type { CodedStudies } from "../../src/study/codedPlacement.ts";
import { matchOf } from "../../src/study/componentMatch.ts";
import { literatureBlocks, literatureRows, literatureTable } from "../../src/study/literatureReport.ts";
import { contradictionSentences, placeSentences } from "../../src/study/literatureSentences.ts";
import { type PlaceOptions, placeInLiterature } from "../../src/study/placeInLiterature.ts";
import { scoreStudy } from "../../src/study/scoreStudy.ts";
import type { StudyAnalysis } from "../../src/study/studyAnalysis.ts";
import { fieldOfCells } from "../../src/table/fields.ts";
import type { Table } from "../../src/table/table.ts";
import { disagreements } from "../fixtures/readFixture.ts";
import { exampleTables, STUDY } from "./exampleStudy.ts";

let tables: Record<string, Table>;
let analysis: StudyAnalysis;
beforeAll(async () => {
  tables = await exampleTables();
  analysis = analyseStudy(STUDY, tables);
});

/** A published figure of which everything is known, unless told otherwise. */
function figure(components: readonly string[], given: Partial<PublishedFigure> = {}): PublishedFigure {
  return {
    ...publishedFigures()[0]!,
    id: components.join(),
    components,
    r: 0.25,
    lower: 0.2,
    upper: 0.3,
    se: 0.02,
    tau2: 0.01,
    predictionLower: 0.05,
    predictionUpper: 0.43,
    k: 20,
    n: 9000,
    ...given,
  };
}

const UNKNOWN = { se: null, tau2: null, lower: null, upper: null, predictionLower: null, predictionUpper: null };

function coded(components: readonly string[] | null): CodedStudies {
  const columns = {
    study: ["A", "B", "C", "D", "E"],
    r: [0.31, 0.22, 0.4, 0.05, 0.12],
    n: [148, 96, 210, 300, 120],
    ...(components ? { component: components } : {}),
  };
  const fields = Object.entries(columns).map(([name, cells]) => fieldOfCells(name, cells));
  const table = { source: "coded.csv", rows: 5, fields };
  const sheet = bareSheet(table, {}, "en");
  return { table, sheet: components ? { ...sheet, component: "component" } : sheet };
}

const CODED = coded([
  "fan_chen/expectations",
  "hill_tyson/academic_socialization",
  "fan_chen.expectations",
  "fan_chen/supervision",
  "fan_chen/supervision",
]);

function placed(options: PlaceOptions = {}) {
  return placeInLiterature(analysis, options);
}

function effectOn(scale: string, options: PlaceOptions = {}) {
  return placed(options).effects.find(({ effect }) => effect.x === scale)!;
}

function codes(options: PlaceOptions) {
  return placed(options).notes.map(({ code }) => code);
}

describe("the study's own effects", () => {
  test("are the rows toEffectRows makes of the same scores", () => {
    const { data } = scoreStudy(STUDY, tables);
    const { scales, outcomes, clusters } = data.parents!;
    const names = ["expectations", "communication", "supervision", "contact", "participation"];
    const x = Object.fromEntries(names.map((name) => [name, scales[name]!]));
    const reliabilities = Object.fromEntries(
      analysis.reliability
        .filter(({ scale }) => names.includes(scale))
        .map(({ scale, result }) => [scale, result.alpha]),
    );
    const { rows } = toEffectRows(
      { x, y: { grade: outcomes.grade! }, cluster: clusters! },
      { reliabilities, attenuation: "x" },
    );
    const own = placed({ attenuation: "x" }).effects.map(({ effect }) => effect);
    expect(own.map(({ x: name }) => name)).toEqual(names);
    own.forEach((effect, i) => {
      const { study: _study, sample: _sample, effect: _effect, component: _component, ...figures } = rows[i]!;
      expect(disagreements(effect, figures, 12)).toEqual([]);
    });
    expect(own.map(({ components }) => components)).toEqual(names.map((name) => STUDY.scales[name]!.measures));
  });

  test("another outcome can be placed, and a scale stands once however many analyses have it", () => {
    const engagement = placed({ outcome: "engagement" });
    expect(engagement.effects.map(({ effect }) => effect.outcome)).toEqual(Array(5).fill("engagement"));
    const twice = { ...analysis, correlations: [...analysis.correlations, ...analysis.correlations] };
    expect(placeInLiterature(twice).effects).toEqual(placed().effects);
    expect(placed({ outcome: "nothing" }).effects).toEqual([]);
  });

  test("scales without a component are named, not placed", () => {
    const { expectations: _, ...measures } = analysis.measures;
    const found = placeInLiterature({ ...analysis, measures });
    expect(found.unnamed).toEqual(["expectations"]);
    expect(found.effects).toHaveLength(4);
  });
});

describe("beside published figures", () => {
  test("z by hand, on the scale of Fisher's z", () => {
    const { effect, figures } = effectOn("expectations", { published: [figure(["fan_chen/expectations"])] });
    const slope = 1 - 0.25 ** 2;
    const error = Math.sqrt(effect.samplingVariance + (0.02 / slope) ** 2 + 0.01 / slope ** 2);
    const { comparison, withinPrediction } = figures[0]!;
    expect(comparison!.statistic).toBeCloseTo((Math.atanh(effect.r) - Math.atanh(0.25)) / error, 13);
    expect(comparison!.standardError).toBeCloseTo(error, 14);
    expect(comparison!.pValue).toBeGreaterThan(0);
    expect(withinPrediction).toBe(true);
  });

  test.each(["se", "tau2"] as const)("without %s there is no z, and a note; nothing else is lost", (unknown) => {
    const published = [figure(["fan_chen/expectations"], { [unknown]: null })];
    const { figures } = effectOn("expectations", { published });
    expect(figures[0]).toMatchObject({ comparison: null, withinPrediction: true });
    expect(codes({ published })).toContain("place/no-comparison");
  });

  test("the prediction interval only where it is known, and then on which side of it", () => {
    const of = (given: Partial<PublishedFigure>) =>
      effectOn("expectations", { published: [figure(["fan_chen/expectations"], given)] }).figures[0]!.withinPrediction;
    expect(of({ predictionUpper: 0.1 })).toBe(false);
    expect(of({ predictionUpper: null })).toBeNull();
  });

  test("through the crosswalk: stated and inferred links, which is said; only stated ones when asked", () => {
    const [stated, inferred] = ["hill_tyson/academic_socialization", "hill_tyson/home_based"];
    expect(matchOf(["fan_chen/expectations"], stated, "stated")?.outcome).toBe("stated");
    const published = [figure([stated]), figure([inferred])];
    const [only, ...more] = effectOn("expectations", { published }).figures;
    expect([only!.component, only!.outcome, more.length]).toEqual([stated, "stated", 0]);
    const supervision = effectOn("supervision", { published });
    expect(supervision.figures.map(({ component, outcome, path }) => [component, outcome, path.length])).toEqual([
      [inferred, "inferred", 1],
    ]);
    expect(codes({ published })).toContain("place/inferred");
    expect(placeSentences(placed({ published }), "en")[2]).toContain("by an inferred link");
    const careful = effectOn("supervision", { published, mappings: "stated" });
    expect(careful.figures).toEqual([]);
    expect(careful.elsewhere.map(({ framework, outcome }) => [framework, outcome])).toEqual([
      ["hill_tyson", "unmapped"],
    ]);
  });

  test("what is ambiguous or unmapped is listed, and never set beside a figure", () => {
    const published = [figure(["fan_chen/participation"])];
    const participation = effectOn("participation", { published });
    expect(participation.figures).toEqual([]);
    expect(participation.elsewhere[0]).toMatchObject({ framework: "fan_chen", outcome: "ambiguous" });
    expect(effectOn("contact", { published }).elsewhere[0]).toMatchObject({ outcome: "unmapped", candidates: [] });
    const notes = literatureTable(placed({ published }), "en").notes.join(" ");
    expect(notes).toMatch(/May fall under several components.*Participation at school/);
    expect(notes).toMatch(/No link leads.*Contact with school \(parents\)/);
  });

  test("corrected for attenuation: r, z and variance together; where a reliability is lacking nothing is compared", () => {
    const published = [figure(["fan_chen/expectations"])];
    const plain = effectOn("expectations", { published }).figures[0]!.comparison!;
    const corrected = effectOn("expectations", { published, attenuation: "x" });
    const alpha = analysis.reliability.find(({ scale }) => scale === "expectations")!.result.alpha;
    expect(corrected.effect.correctedR).toBeCloseTo(corrected.effect.r / Math.sqrt(alpha), 13);
    expect(corrected.figures[0]!.comparison!.difference).toBeGreaterThan(plain.difference);
    expect(codes({ published, attenuation: "x" })).toContain("place/corrected");
    expect(effectOn("expectations", { published, attenuation: "both" }).figures[0]!.comparison).toBeNull();
    expect(codes({ published, attenuation: "both" })).toContain("place/no-reliability");
  });
});

describe("among coded studies", () => {
  test("the pooled correlation without and with the study, for its component and for those that contain it", () => {
    const { effect, coded: sets } = effectOn("expectations", { coded: CODED });
    expect(sets.map(({ component, before, after }) => [component, before.k, after.k])).toEqual([
      ["fan_chen/expectations", 2, 3],
      ["hill_tyson/academic_socialization", 3, 4],
    ]);
    const with_ = randomEffects(
      {
        estimate: [Math.atanh(0.31), Math.atanh(0.4), effect.estimate],
        samplingVariance: [1 / 145, 1 / 207, effect.samplingVariance],
      },
      { backTransform: "fisherZ" },
    );
    expect(sets[0]!.after.r).toBeCloseTo(with_.transformed!.estimate, 13);
    expect(sets[0]!.after.lower).toBeCloseTo(with_.transformed!.lower, 13);
    expect(effectOn("contact", { coded: CODED }).coded).toEqual([]);
  });

  test("only stated links, when asked: the broader set is gone", () => {
    const sheet = coded(
      ["fan_chen/supervision", "hill_tyson/home_based", "hill_tyson/home_based", "x", "x"].map((id) =>
        id === "x" ? "fan_chen/expectations" : id,
      ),
    );
    const components = (mappings: "stated" | "all") =>
      effectOn("supervision", { coded: sheet, mappings }).coded.map(({ component }) => component);
    expect(components("all")).toEqual(["fan_chen/supervision", "hill_tyson/home_based"]);
    expect(components("stated")).toEqual(["fan_chen/supervision"]);
  });

  test("a sheet without components stands beside every measure, and a note says so", () => {
    const options = { coded: coded(null) };
    expect(effectOn("contact", options).coded.map(({ component, before }) => [component, before.k])).toEqual([
      [null, 5],
    ]);
    expect(codes(options)).toContain("place/coded-no-components");
  });

  test("the study may stand in the sheet already: told, and not thrown together with it", () => {
    const title = "A";
    const own = { ...analysis, title: { nl: title, en: title } };
    const found = placeInLiterature(own, { coded: CODED });
    expect(found.notes.map(({ code }) => code)).toContain("place/same-name");
    const after = found.effects[0]!.coded[0]!.after;
    expect(after.notes.map(({ code }) => code)).not.toContain("meta/dependent-effects");
  });

  test("several outcomes are told, and one can be chosen", () => {
    const { sheet, table } = CODED;
    const outcome = fieldOfCells("outcome", ["grades", "grades", "grades", "absence", "absence"]);
    const mixed = { sheet: { ...sheet, outcome: "outcome" }, table: { ...table, fields: [...table.fields, outcome] } };
    expect(codes({ coded: mixed })).toContain("place/coded-outcomes");
    const chosen = { coded: { ...mixed, outcome: "grades" } };
    expect(codes(chosen)).not.toContain("place/coded-outcomes");
    expect(effectOn("expectations", chosen).coded[0]!.before.k).toBe(2);
    expect(effectOn("supervision", chosen).coded).toEqual([]);
    expect(() => placed({ coded: { ...mixed, outcome: "grade" } })).toThrow("Did you mean grades?");
  });

  test("problems of the sheet are refused as a check would", () => {
    expect(() => placed({ coded: coded(["fan_chen/nothing", "x", "x", "x", "x"]) })).toThrow("fan_chen/nothing");
  });
});

describe("what may be concluded", () => {
  const CAUSAL =
    /\b(caus|because|leads? to|improve|raise|influenc|impact|effect of|oorzaak|doordat|dankzij|leidt tot|verbeter|verhoog|beïnvloed|invloed)/i;

  test("the example study, in both languages", () => {
    const [first] = placeSentences(placed({ published: [figure(["fan_chen/expectations"], UNKNOWN)] }), "nl");
    expect(first).toBe(
      "Verwachtingen, in dit onderzoek: r = ,39, 95%-BI [,29; ,48], n = 304, effectieve n = 345. Fan & Chen zoals weergegeven door Lusse (2011): verwachtingen (Verwachtingen en ambities van ouders; schoolprestaties): r = ,25, k = 20, n = 9.000. Of dit onderzoek van dat cijfer verschilt, valt niet te concluderen: de standaardfout of tau² ervan is niet bekend.",
    );
    const [english] = placeSentences(placed({ published: [figure(["fan_chen/expectations"])] }), "en");
    expect(english).toContain("r = .25, 95% CI [.20, .30], 95% PI [.05, .43], k = 20, n = 9,000.");
    expect(english).toContain(
      "This study lies within the prediction interval. A difference between the two was not shown, z = 1.",
    );
    expect(english).toContain("that does not show that they are equal");
    const far = placeSentences(placed({ published: [figure(["fan_chen/expectations"], { r: -0.2 })] }), "en")[0];
    expect(far).toContain("the figures do not say why");
  });

  test("says nothing where figures are missing", () => {
    for (const language of LANGUAGES) {
      const [first] = placeSentences(placed({ published: [figure(["fan_chen/expectations"], UNKNOWN)] }), language);
      expect(first).not.toMatch(/z = |p [<=]|PI|predicti|95%[- ][CB]I \[.*95%[- ][CB]I \[/);
      const [none] = placeSentences(placed({ published: [] }), language);
      expect(none).toMatch(language === "nl" ? /niets te zeggen\.$/ : /nothing can be said of its place\.$/);
    }
  });

  test("contradictions of sources where they matter, with both sides, each once", () => {
    for (const language of LANGUAGES) {
      const texts = contradictionSentences(placed(), language);
      expect(new Set(texts).size).toBe(texts.length);
      const participation = texts.filter((text) => /Participati/.test(text) && text.includes("Hill & Tyson (2009)"));
      expect(participation).toHaveLength(1);
    }
    const { effects } = placed();
    expect(effects[0]!.figures.length).toBeGreaterThan(1);
    expect(effects.flatMap(({ figures }) => figures).every(({ comparison }) => comparison === null)).toBe(true);
    expect(effects.find(({ effect }) => effect.x === "contact")!.contradictions).toEqual([]);
  });

  test("no causal words, no holes, nothing of the other language", () => {
    const published = [
      figure(["fan_chen/expectations"]),
      figure(["hill_tyson/academic_socialization"], UNKNOWN),
      figure(["fan_chen/supervision"], { r: -0.3 }),
    ];
    for (const language of LANGUAGES) {
      const found = placed({ published, coded: CODED, attenuation: "x" });
      const text = placeSentences(found, language).join(" ");
      expect(text).not.toMatch(CAUSAL);
      expect(text).not.toMatch(/NaN|undefined|null|\?|Infinity/);
      expect(text).not.toMatch(language === "nl" ? /\bthis study\b|\bpooled\b/ : /\bonderzoek\b|\bgecodeerd/);
      const shown = renderTerminal(literatureTable(found, language), { width: 100 });
      expect(shown).not.toMatch(/NaN|undefined|null|Infinity/);
      expect(Math.max(...shown.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    }
  });

  test("too few respondents: no figure of theirs anywhere, the pooled one with them included", () => {
    const few = {
      ...analysis,
      correlations: analysis.correlations.map((one) => ({
        ...one,
        result: { ...one.result, pairs: one.result.pairs.map((pair) => ({ ...pair, n: 9 })) },
      })),
    };
    const found = placeInLiterature(few, { coded: CODED });
    expect(placeSentences(found, "en")[0]).toBe("Expectations: too few respondents to show.");
    const rows = literatureRows(found, "en");
    expect(rows[0]).toMatchObject({ r: null, estimate: null, lower: null, n: null });
    expect(rows.some(({ term }) => String(term).startsWith("Coded studies + this study"))).toBe(false);
    expect(rows.some(({ term }) => String(term).startsWith("Coded studies: "))).toBe(true);
  });
});

describe("shown", () => {
  test("plain JSON; rows in the order of the measures; a forest plot with its table in the reader's language", () => {
    const found = placed({ coded: CODED });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    const groups = [...new Set(literatureRows(found, "en").map(({ group }) => group))];
    expect(groups.slice(0, 3)).toEqual(["Expectations", "Communication about school", "Home supervision"]);
    const [heading, chart, list, sides] = literatureBlocks(found, "nl");
    expect(sides).toMatchObject({ kind: "text" });
    expect(heading).toMatchObject({ kind: "heading", text: "Uw onderzoek in de literatuur" });
    expect(chart).toMatchObject({ kind: "chart", table: { headings: expect.arrayContaining([0]) } });
    expect(JSON.stringify(chart)).toContain("Gecodeerde studies + dit onderzoek: Verwachtingen en ambities van ouders");
    expect(list).toMatchObject({ kind: "list" });
  });

  test("no measures, no blocks; measures without any figure, sentences without a chart", () => {
    expect(literatureBlocks(placed({ outcome: "nothing" }), "en")).toEqual([]);
    expect(literatureBlocks(placed({ published: [] }), "en").map(({ kind }) => kind)).toEqual([
      "heading",
      "list",
      "text",
    ]);
  });
});

describe("refuses", () => {
  test.each([
    ["mappings", { mappings: "guessed" }],
    ["attenuation", { attenuation: "full" }],
  ])("%s that is not known", (option, given) => {
    expect(() => placed(given as never)).toThrow(option);
  });
});
