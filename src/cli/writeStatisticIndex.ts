import { writeFileSync } from "node:fs";
import { makeStatisticIndex } from "./statisticIndex.ts";

// Run once by the build, so that the help need not load every statistic.
writeFileSync(new URL("./statisticIndex.json", import.meta.url), JSON.stringify(await makeStatisticIndex()));
