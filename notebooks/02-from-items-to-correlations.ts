// %% [markdown]
// # 2. From items to correlations
// One question is a poor measure; four questions about the same thing are a better one, if they hang together. Here
// items become a scale, and scales are related to school results: in total, within schools and between schools.
// The data are **synthetic**.

// %%
import {
  categoriesOf,
  correlationHeatMap,
  cronbachAlpha,
  numbersOf,
  pearsonCorrelation,
  pearsonCorrelationCard,
  scaleScores,
} from "betrokken";
import { display, readTable, resultTables } from "betrokken/node";

const { table } = await readTable("data/example-study/ouders.csv", { missing: [9] });

// %% [markdown]
// ## Do the items hang together?
// Cronbach's alpha compares what the items share with what each says alone. The column *item-rest r* shows how each
// item goes with the others; *alpha if dropped* what the scale would be without it.

// %%
const items = numbersOf(table, ["verw1", "verw2", "verw3", "verw4"]);
const careless = cronbachAlpha({ items });
display((await resultTables(careless, { language: "en" })).parts);

// %% [markdown]
// The third item goes against the others: "it matters little to me which diploma my child gets". It is worded the
// other way round. Nothing is turned over for you; you declare it, with the bounds of the answer scale (1 to 4).

// %%
const turned = { ...items, verw3: items.verw3!.map((answer) => 1 + 4 - answer) };
const alpha = cronbachAlpha({ items: turned });
display((await resultTables(alpha, { language: "en" })).whole);
display((await resultTables(alpha, { language: "en" })).parts);

// %% [markdown]
// ## One score per parent
// The mean of the answered items, where at least three of the four were answered.

// %%
const answerScale = { minimum: 1, maximum: 4 };
const expectations = scaleScores({ items }, { reversed: ["verw3"], minimumAnswered: 0.75, ...answerScale });
const supervision = scaleScores(
  { items: numbersOf(table, ["toez1", "toez2", "toez3", "toez4"]) },
  { minimumAnswered: 0.75, ...answerScale },
);
display((await resultTables(expectations, { language: "en" })).whole);

// %% [markdown]
// ## Does it go together with grades?
// Children of one school resemble each other. So the correlation is given three times: over all parents (with a test
// that knows of the schools), within schools, and between the means of schools. A correlation is not a cause.

// %%
const correlation = pearsonCorrelation({
  variables: { expectations: expectations.scores, supervision: supervision.scores },
  with: numbersOf(table, ["cijfer"]),
  cluster: categoriesOf(table, "school_id"),
});
display((await resultTables(correlation, { language: "en" })).parts);
display(
  correlationHeatMap(pearsonCorrelationCard.tidy(correlation), { language: "en", labels: { cijfer: "Mean grade" } }),
);
