import { execFileSync } from "node:child_process";
import { Bench } from "tinybench";
import { multilevelMeta } from "../../src/meta/multilevelMeta.ts";

const K = 2000;
const STUDIES = 400;
const spread = (i: number, step: number) => (i * step) % 1;

/** 2000 effects in 400 studies, by a fixed rule: the same in R. */
function effects() {
  const rows = Array.from({ length: K }, (_, i) => i);
  const samplingVariance = Float64Array.from(rows, (i) => 1 / (27 + Math.floor(400 * spread(i + 1, 0.618034))));
  const estimate = Float64Array.from(
    rows,
    (i) =>
      0.25 +
      0.6 * (spread((i % STUDIES) + 1, 0.7548777) - 0.5) +
      0.45 * (spread(i + 1, 0.3819) - 0.5) +
      3.4 * Math.sqrt(samplingVariance[i]!) * (spread(i + 1, 0.5698) - 0.5),
  );
  return { estimate, samplingVariance, levels: { study: rows.map((i) => `s${i % STUDIES}`), effect: rows } };
}

/** The same in metafor's sparse mode, warm: seconds and the variances; null where there is no R. */
function metafor(): { seconds: number; variances: string } | null {
  const code = `suppressMessages(library(metafor)); k <- ${K}; i <- seq_len(k); spread <- function(i, s) (i * s) %% 1
    study <- (i - 1) %% ${STUDIES}; v <- 1 / (27 + floor(400 * spread(i, .618034)))
    y <- .25 + .6 * (spread(study + 1, .7548777) - .5) + .45 * (spread(i, .3819) - .5) + 3.4 * sqrt(v) * (spread(i, .5698) - .5)
    warm <- rma.mv(y[1:50], v[1:50], random = ~ 1 | study/i, data = data.frame(study = i[1:50] %% 10, i = 1:50), sparse = TRUE)
    time <- system.time(fit <- rma.mv(y, v, random = ~ 1 | study / i, sparse = TRUE))[["elapsed"]]
    cat(time, format(fit$sigma2, digits = 9))`;
  try {
    const text = execFileSync("Rscript", ["-e", code], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    const [seconds, ...variances] = text.trim().split(/\s+/);
    return { seconds: Number(seconds), variances: variances.join(" ") };
  } catch {
    return null;
  }
}

const data = effects();
const bench = new Bench({ time: 500, warmupTime: 300 });
bench.add("variances and coefficients", () => {
  multilevelMeta(data, { robust: "none", varianceIntervals: "none" });
});
bench.add("with CR2", () => {
  multilevelMeta(data, { varianceIntervals: "none" });
});
bench.add("with CR2 and profile intervals", () => {
  multilevelMeta(data);
});
await bench.run();
const reference = metafor();
console.table(
  bench.tasks.map(({ name, result }) => {
    const ms = "latency" in result ? result.latency.p50 : Number.NaN;
    return {
      task: name,
      "median ms": ms.toFixed(2),
      "times rma.mv(sparse)": ((1000 * (reference?.seconds ?? 0)) / ms).toFixed(0),
    };
  }),
);
console.table([
  {
    tool: "betrokken",
    variances: multilevelMeta(data)
      .levels.map(({ variance }) => variance.toFixed(9))
      .join(" "),
  },
  { tool: `metafor, ${reference?.seconds ?? "?"} s`, variances: reference?.variances },
]);
