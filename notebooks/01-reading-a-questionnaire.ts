// %% [markdown]
// # 1. Reading a questionnaire
// A school asked parents how they are involved. The file is what Dutch software makes of it: semicolons between the
// columns, a comma in the decimals. The parents do not exist: the data are **synthetic**, made by a generator in this
// project, so that everybody may see them.

// %%
import { describe, fieldOf, numbersOf } from "betrokken";
import { display, readTable, resultTables } from "betrokken/node";

const { table, decided } = await readTable("data/example-study/ouders.csv");
display(
  `${table.rows} rows, ${table.fields.length} columns; separator "${decided?.delimiter}", decimal sign "${decided?.decimal}"`,
);

// %% [markdown]
// Nothing about the file had to be told; what was decided can be read back. A column of numbers is a `Float64Array`
// in which a missing answer is `NaN`.

// %%
const grade = fieldOf(table, "cijfer");
display(`The column ${grade.name} holds ${grade.kind === "number" ? "numbers" : "text"}.`);

// %% [markdown]
// ## What do the answers look like?
// `describe` gives n, what is missing, the mean, the spread and the shape. Look at n first: an average of the parents
// who answered is not an average of all parents. The smallest and largest answers stay hidden: they belong to one
// parent.

// %%
const items = ["verw1", "verw2", "verw3", "verw4"];
const described = describe({ variables: numbersOf(table, [...items, "cijfer"]) });
display((await resultTables(described, { language: "en" })).parts);

// %% [markdown]
// ## A code that is not an answer
// In this file 9 means "I do not know". Read as a number it would pull every mean up. Declare it, and it is missing,
// with its reason kept.

// %%
const { table: declared } = await readTable("data/example-study/ouders.csv", { missing: [9] });
const better = describe({ variables: numbersOf(declared, items) });
display((await resultTables(better, { language: "en" })).parts);

// %% [markdown]
// **Try it yourself.** Change `items` to the questions about communication, and run the script again. Which question
// do most parents skip?
