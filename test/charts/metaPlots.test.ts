import { describe, expect, test } from "vitest";
import { baujatPlot } from "../../src/charts/baujatPlot.ts";
import { bubblePlot } from "../../src/charts/bubblePlot.ts";
import { funnelPlot } from "../../src/charts/funnelPlot.ts";
import { goshPlot } from "../../src/charts/goshPlot.ts";
import { influencePanel } from "../../src/charts/influencePanel.ts";
import { labbePlot } from "../../src/charts/labbePlot.ts";
import { normalQuantilePlot } from "../../src/charts/normalQuantilePlot.ts";
import { radialPlot } from "../../src/charts/radialPlot.ts";
import type { Row } from "../../src/foundation/row.ts";
import { baujat, baujatCard } from "../../src/meta/baujat.ts";
import { gosh, goshCard } from "../../src/meta/gosh.ts";
import { influence, influenceCard } from "../../src/meta/influence.ts";
import { mantelHaenszel, mantelHaenszelCard } from "../../src/meta/mantelHaenszel.ts";
import { metaResiduals, metaResidualsCard } from "../../src/meta/metaResiduals.ts";
import { randomEffects } from "../../src/meta/randomEffects.ts";
import { drawn, goldenText, schemaProblems } from "./drawnSpec.ts";
import { overlaps } from "./textBoxes.ts";

const DATA = {
  estimate: [0.12, 0.31, 0.24, 0.45, 0.08, 0.9],
  samplingVariance: [0.01, 0.02, 0.008, 0.03, 0.012, 0.01],
  study: ["Adams", "Bakker", "Chen", "De Vries", "Evans", "Fan & Lee"],
};
const EFFECTS: Row[] = DATA.study.map((term, i) => ({
  term,
  estimate: DATA.estimate[i]!,
  samplingVariance: DATA.samplingVariance[i]!,
  weight: 0.01 / DATA.samplingVariance[i]!,
  moderator: i,
}));
const LINE: Row[] = [
  { moderator: 5, estimate: 0.6, lower: 0.3, upper: 0.9 },
  { moderator: 0, estimate: 0.1, lower: -0.1, upper: 0.3 },
];
const pooled = randomEffects(DATA).estimate;
const measured = influence(DATA);
const TABLES = {
  a: [12, 8, 21, 5, 30, 2],
  b: [38, 42, 59, 45, 30, 48],
  c: [6, 5, 14, 6, 12, 0],
  d: [44, 45, 66, 44, 48, 50],
  study: DATA.study,
};
const odds = mantelHaenszel(TABLES);
const CORNERS: Row[] = [0, 1].map((share) => ({ term: "a", firstShare: share, secondShare: share }));

type Draw = (rows: readonly Row[], language: "nl" | "en") => ReturnType<typeof funnelPlot>;
const PLOTS: [string, readonly Row[], Draw][] = [
  ["funnelPlot", EFFECTS, (rows, language) => funnelPlot(rows, { language, title: "Studies", pooled })],
  ["baujatPlot", baujatCard.tidy(baujat(DATA)), (rows, language) => baujatPlot(rows, { language, title: "Studies" })],
  [
    "bubblePlot",
    EFFECTS,
    (rows, language) => bubblePlot(rows, { language, moderator: "weeks", line: LINE, labels: { weeks: "Weken" } }),
  ],
  [
    "influencePanel",
    influenceCard.tidy(measured),
    (rows, language) => influencePanel(rows, { language, title: "Studies", cutoffs: measured.cutoffs }),
  ],
  ["radialPlot", EFFECTS, (rows, language) => radialPlot(rows, { language, title: "Studies", pooled })],
  [
    "normalQuantilePlot",
    metaResidualsCard.tidy(metaResiduals(DATA)),
    (rows, language) => normalQuantilePlot(rows, { language, title: "Studies" }),
  ],
  [
    "labbePlot",
    mantelHaenszelCard.tidy(odds),
    (rows, language) =>
      labbePlot(rows, { language, title: "Studies", measure: "OR", pooled: odds.transformed!.estimate }),
  ],
  [
    "goshPlot",
    goshCard.tidy(gosh(DATA)),
    (rows, language) => goshPlot(rows, { language, title: "Studies", study: 5, studyName: "Fan & Lee" }),
  ],
];

describe.each(PLOTS)("%s", (name, rows, draw) => {
  test("agrees with the golden spec", async () => {
    await expect(goldenText(draw(rows, "nl"))).toMatchFileSnapshot(`golden/${name}.golden.json`);
  });

  test.each(["nl", "en"] as const)("%s: valid, drawn without a warning, no text over another", async (language) => {
    const spec = draw(rows, language);
    expect(schemaProblems(spec)).toEqual([]);
    const { svg, warnings } = await drawn(spec);
    expect(warnings).toEqual([]);
    expect(overlaps(svg)).toEqual([]);
  });

  test.each([
    ["no rows", []],
    ["one row", rows.slice(0, 1)],
    ["rows without figures", [{ term: "a" }, { term: "b", estimate: null }]],
    ["60 rows", Array.from({ length: 60 }, (_, i) => ({ ...rows[i % 6]!, term: `A study with a long name ${i}` }))],
  ] as [string, Row[]][])("%s: valid, and drawn without a warning", async (_, some) => {
    const spec = draw(some, "en");
    expect(schemaProblems(spec)).toEqual([]);
    const { svg, warnings } = await drawn(spec);
    expect(warnings).toEqual([]);
    expect(overlaps(svg)).toEqual([]);
  });

  test("carries only what it shows", () => {
    const secret = rows.map((row) => ({ ...row, respondent: "secret-1" }) as Row);
    expect(JSON.stringify(draw(secret, "en"))).not.toContain("secret");
  });
});

describe("what a reader sees", () => {
  test("the funnel names the effects outside it, and tells the bands apart by p", async () => {
    const { svg } = await drawn(funnelPlot(EFFECTS, { language: "nl", pooled }));
    expect(svg).toContain(">Fan &amp; Lee<");
    expect(svg).not.toContain(">Bakker<");
    expect(svg).toContain(">p &gt; ,10<");
  });

  test("a funnel without bands or middle is dots alone", () => {
    const spec = funnelPlot(EFFECTS, { language: "en", reference: null }) as unknown as { layer: unknown[] };
    expect(spec.layer).toHaveLength(1);
  });

  test("variance and standard error place an effect alike", () => {
    const withError = EFFECTS.map(({ samplingVariance, ...row }) => ({
      ...row,
      standardError: Math.sqrt(Number(samplingVariance)),
    }));
    expect(funnelPlot(withError, { language: "en" })).toEqual(funnelPlot(EFFECTS, { language: "en" }));
  });

  test("influential studies are named in the description", () => {
    const panel = influencePanel(influenceCard.tidy(measured), { language: "en" });
    expect(panel.description).toBe("Influence of 6 studies on the pooled effect. Influential: Fan & Lee.");
    expect(influencePanel([{ term: "a", hat: 0.1 }], { language: "en" }).description).toContain("None");
  });

  test("baujat's farthest study comes first", () => {
    expect(baujatPlot(baujatCard.tidy(baujat(DATA)), { language: "nl" }).description).toContain(
      "Het verst: Fan & Lee.",
    );
  });

  test("on the radial plot a study lies on the line when its effect is the pooled one", () => {
    const spec = radialPlot([{ term: "a", estimate: 0.3, standardError: 0.1 }], { language: "en", pooled: 0.3 });
    const dots = JSON.stringify(spec);
    expect(dots).toContain('"x":10,"y":3');
    const wide = radialPlot([{ term: "a", estimate: 0.3, standardError: 0.1 }], { language: "en", tau2: 0.03 });
    expect(JSON.stringify(wide)).toContain('"x":5,"y":1.5');
  });

  test("residuals of normal quantiles lie on the line; one far out is named", async () => {
    const rows = [-1.2, -0.5, 0, 0.5, 1.2, 5].map((studentizedResidual, i) => ({ term: `S${i}`, studentizedResidual }));
    const spec = normalQuantilePlot(rows, { language: "en" });
    expect(spec.description).toBe("Normal quantile plot of 6 residuals; 1 outside the band.");
    expect((await drawn(spec)).svg).toContain(">S5<");
    expect(JSON.stringify(spec)).toContain('"upper":2.63'); // qnorm(qbeta(.975, 6, 1)) in R: 2.634945
  });

  test.each([
    ["OR", 2, 0.5, 2 / 3],
    ["RR", 1.5, 0.5, 0.75],
    ["RD", 0.1, 0.5, 0.6],
  ] as const)("the curve of L'Abbé for %s goes through what the measure says", (measure, pooled, x, y) => {
    const spec = labbePlot(CORNERS, { language: "en", measure, pooled });
    const { layer } = spec as unknown as { layer: { data: { values: { x: number; y: number }[] } }[] };
    const on = layer[1]!.data.values.find((point) => Math.abs(point.x - x) < 1e-9)!;
    expect(on.y).toBeCloseTo(y, 12);
  });

  test("a map of subsets counts every subset once, however many there are", () => {
    const rows = goshCard.tidy(gosh(DATA));
    const { data } = goshPlot(rows, { language: "en" }) as unknown as { data: { values: { count: number }[] } };
    const known = rows.filter(({ I2 }) => I2 !== null).length;
    expect(data.values.reduce((sum, { count }) => sum + count, 0)).toBe(known);
  });
});
