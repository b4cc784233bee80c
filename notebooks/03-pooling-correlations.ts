// %% [markdown]
// # 3. Pooling correlations as Fan & Chen did
// A meta-analysis takes the correlation of every study, weighs it by its precision, and asks two things: what is the
// mean, and how much do studies differ? The twelve studies below are **made up**, to practise on.

// %%
import { effectSizes, forestPlot, randomEffects, randomEffectsCard, subgroups } from "betrokken";
import { display, resultTables } from "betrokken/node";

const study = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L"];
const r = [0.42, 0.35, 0.38, 0.47, 0.15, 0.22, 0.11, 0.19, 0.05, 0.14, 0.18, 0.1];
const n = [210, 95, 340, 120, 400, 150, 88, 260, 510, 130, 240, 175];
const dimension = study.map((_, i) => (i < 4 ? "expectations" : i < 8 ? "communication" : "supervision"));

// %% [markdown]
// ## From r to an effect size
// Fisher's z makes the sampling variance depend on n alone: 1 / (n - 3).

// %%
const { effects } = effectSizes({ r, n, study });
const estimate = effects.map((effect) => effect.estimate);
const samplingVariance = effects.map((effect) => effect.samplingVariance);
display(
  `The first study: r = ${effects[0]!.r}, z = ${estimate[0]!.toFixed(3)}, variance ${samplingVariance[0]!.toFixed(4)}`,
);

// %% [markdown]
// ## The mean, and how studies differ
// `tau2` is the variance of the true effects, `I2` its share of all variance. The prediction interval says where the
// correlation of a new study may lie: often much wider than the confidence interval of the mean.

// %%
const pooled = randomEffects({ estimate, samplingVariance, study }, { backTransform: "fisherZ" });
display((await resultTables(pooled, { language: "en" })).whole);
display(
  forestPlot(
    [...randomEffectsCard.tidy(pooled), { ...randomEffectsCard.glance(pooled), term: "Pooled", group: "summary" }],
    { language: "en", measure: "r", shown: "coefficient" },
  ),
);

// %% [markdown]
// ## Does it matter what parents do?
// The same for each dimension, and a test of whether the dimensions differ: the table of Fan & Chen.

// %%
const table = subgroups({ estimate, samplingVariance, study, subgroup: dimension, n, r }, { backTransform: "fisherZ" });
display((await resultTables(table, { language: "en" })).parts);

// %% [markdown]
// **Try it yourself.** Take study I out. Which of the figures above changes most, and why?
