import { execFileSync } from "node:child_process";
import { Bench } from "tinybench";
import { layOut } from "../../src/meta/effectLayout.ts";
import { restrictedMaximumLikelihood } from "../../src/meta/maximumLikelihood.ts";
import { randomEffects } from "../../src/meta/randomEffects.ts";
import { normalQuantile } from "../../src/numeric/normal.ts";

const SIZES = [20, 100, 1000, 2000];

/** k effects around .25 with tau2 .02, by a fixed rule: the same in R. */
function effects(k: number) {
  const spread = (i: number, step: number) => (i * step) % 1;
  const samplingVariance = Float64Array.from(
    { length: k },
    (_, i) => 1 / (27 + Math.floor(400 * spread(i + 1, 0.618034))),
  );
  const estimate = samplingVariance.map(
    (v, i) => 0.25 + Math.sqrt(v + 0.02) * normalQuantile((spread(i + 1, 0.7548777) * 1000 + 0.5) / 1001),
  );
  return { estimate, samplingVariance };
}

/** The same in metafor, in ms per fit; null where there is no R. */
function metafor(k: number): number | null {
  const code = `suppressMessages(library(metafor)); i <- 1:${k}
    v <- 1 / (27 + floor(400 * ((i * 0.618034) %% 1)))
    y <- .25 + sqrt(v + .02) * qnorm((((i * 0.7548777) %% 1) * 1000 + .5) / 1001)
    warm <- rma(y[1:20], v[1:20], test = "knha")
    times <- ${k > 500 ? 1 : 10}
    cat(system.time(for (j in seq_len(times)) fit <- rma(y, v, test = "knha"))[["elapsed"]] / times * 1000)`;
  try {
    return Number(execFileSync("Rscript", ["-e", code], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  } catch {
    return null;
  }
}

const bench = new Bench({ time: 300, warmupTime: 200 });
for (const k of SIZES) {
  const { estimate, samplingVariance } = effects(k);
  bench.add(`tau2 by REML, k = ${k}`, () => {
    restrictedMaximumLikelihood.estimate(layOut({ estimates: estimate, variances: samplingVariance }));
  });
  bench.add(`randomEffects, k = ${k}`, () => {
    randomEffects({ estimate, samplingVariance });
  });
}
await bench.run();
console.table(
  bench.tasks.map(({ name, result }) => ({
    task: name,
    "median ms": "latency" in result ? Number(result.latency.p50.toFixed(4)) : null,
  })),
);
console.table(SIZES.map((k) => ({ k, "metafor::rma (REML, knha), ms": metafor(k) })));
