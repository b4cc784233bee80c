// %% [markdown]
// # 2. From items to correlations
// One question is a poor measure; four questions about the same thing are a better one, if they hang together. Here
// items become a scale, and scales are related to school results: in total, within schools and between schools.
// The data are **synthetic**.

// %%
import { cronbachAlpha, numbersOf, categoriesOf, pearsonCorrelation, scaleScores } from "betrokken";
import { display, readTable, resultTables } from "betrokken/node";

const { table } = await readTable("data/example-study/ouders.csv", { missing: [9] });

// %% [markdown]
// ## Do the items hang together?
// Cronbach's alpha compares what the items share with what each says alone. The column *item-rest r* shows how each
// item goes with the others; *alpha if dropped* what the scale would be without it.

// %%
const alpha = cronbachAlpha({ items: numbersOf(table, ["verw1", "verw2", "verw3", "verw4"]) });
display((await resultTables(alpha, { language: "en" })).whole);
display((await resultTables(alpha, { language: "en" })).parts);
