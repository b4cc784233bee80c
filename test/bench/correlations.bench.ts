import { execFileSync } from "node:child_process";
import { pearsonCorrelation } from "../../src/inference/pearsonCorrelation.ts";
import { polychoricCorrelation } from "../../src/inference/polychoricCorrelation.ts";
import { nestedIntercepts } from "../../src/numeric/nestedIntercepts.ts";
import { randomStream } from "../../src/numeric/random.ts";
import { cronbachAlpha } from "../../src/questionnaire/cronbachAlpha.ts";

/** One line of the table: our time beside R's, in one run. */
interface Line {
  readonly what: string;
  readonly ours: () => unknown;
  readonly r: string;
}

const stream = randomStream(1);
const columns = (count: number, rows: number, draw: () => number) =>
  Object.fromEntries(Array.from({ length: count }, (_, j) => [`v${j}`, Float64Array.from({ length: rows }, draw)]));
const likert = () => 1 + stream.integer(5);

const wide = columns(50, 1e6, () => stream.uniform());
const answers = columns(50, 1e6, likert);
const gaps = columns(50, 1e6, () => (stream.uniform() < 0.05 ? Number.NaN : likert()));
const items = columns(40, 1e5, likert);
const ordered = columns(20, 1e4, likert);
const schools = Int32Array.from({ length: 1e5 }, (_, i) => i % 1000);
const level = Array.from({ length: 1000 }, () => stream.normal());
const x = Float64Array.from(schools, () => stream.normal());
const y = Float64Array.from(schools, (school, i) => level[school]! + x[i]! + stream.normal());

const L = "sample(1:5, n, TRUE) + 0";
const LINES: readonly Line[] = [
  {
    what: "Pearson 1e6 x 50, real numbers",
    ours: () => pearsonCorrelation({ variables: wide }),
    r: "n <- 5e7; d <- matrix(runif(n), 1e6); f <- function() cor(d)",
  },
  {
    what: "Pearson 1e6 x 50, answers",
    ours: () => pearsonCorrelation({ variables: answers }),
    r: `n <- 5e7; d <- matrix(${L}, 1e6); f <- function() cor(d)`,
  },
  {
    what: "Pearson 1e6 x 50, answers, 5% missing",
    ours: () => pearsonCorrelation({ variables: gaps }),
    r: `n <- 5e7; d <- matrix(${L}, 1e6); d[sample(n, n / 20)] <- NA; f <- function() cor(d, use = "pairwise")`,
  },
  {
    what: "alpha with item statistics 1e5 x 40",
    ours: () => cronbachAlpha({ items }),
    r: `n <- 4e6; d <- matrix(${L}, 1e5); f <- function() suppressWarnings(psych::alpha(d, check.keys = FALSE))`,
  },
  {
    what: "polychoric 20 items x 10,000",
    ours: () => polychoricCorrelation({ variables: ordered }),
    r: `options(mc.cores = 1); n <- 2e5; d <- matrix(${L}, 1e4); f <- function() suppressMessages(psych::polychoric(d, correct = 0))`,
  },
  {
    what: "random intercept, 1e5 rows in 1000 schools",
    ours: () => nestedIntercepts({ y, x: [x], levels: [schools] }, "REML"),
    r: "g <- rep(1:1000, 100); x <- rnorm(1e5); y <- rnorm(1000)[g] + x + rnorm(1e5); f <- function() lme4::lmer(y ~ x + (1 | g))",
  },
];

/** Seconds of the fastest of three warm runs. */
function seconds(run: () => unknown): number {
  run();
  return Math.min(
    ...[1, 2, 3].map(() => {
      const start = performance.now();
      run();
      return (performance.now() - start) / 1000;
    }),
  );
}

function inR(code: string): number | null {
  try {
    const timed =
      "quiet <- function() capture.output(f()); x <- quiet(); t <- sapply(1:2, function(i) system.time(quiet())[['elapsed']]); cat(min(t))";
    return Number(
      execFileSync("Rscript", ["-e", `set.seed(1); ${code}; ${timed}`], { stdio: ["ignore", "pipe", "ignore"] }),
    );
  } catch {
    return null;
  }
}

console.table(
  LINES.map(({ what, ours, r }) => {
    const own = seconds(ours);
    const peer = inR(r);
    return {
      what,
      "ours, s": Number(own.toFixed(4)),
      "R, s": peer,
      times: peer === null ? null : Math.round(peer / own),
    };
  }),
);
