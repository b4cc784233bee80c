import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSav } from "../../src/sources/readSav.ts";

/** Reads 20,000 rows of 121 columns in every compression, beside R's haven on the same files. */
const folder = mkdtempSync(join(tmpdir(), "sav-"));
const KINDS = ["none", "byte", "zsav"];
const make = `
set.seed(1)
d <- as.data.frame(matrix(sample(c(1:5, NA), 20000 * 119, TRUE) + 0, 20000))
d$score <- rnorm(20000)
d$school <- sprintf("school %03d", sample(300, 20000, TRUE))
for (k in c("none", "byte", "zsav")) {
  path <- file.path("${folder}", paste0(k, ".sav"))
  haven::write_sav(d, path, compress = k)
  cat(min(sapply(1:5, function(i) system.time(haven::read_sav(path))[["elapsed"]])) * 1000, "\\n")
}`;

try {
  const haven = execFileSync("Rscript", ["-e", make], { encoding: "utf8" }).trim().split(/\s+/);
  for (const [k, kind] of KINDS.entries()) {
    const bytes = readFileSync(join(folder, `${kind}.sav`));
    const times = Array.from({ length: 5 }, () => {
      const begin = performance.now();
      readSav(bytes, { source: kind });
      return performance.now() - begin;
    });
    const first = times[0]!.toFixed(0);
    const best = Math.min(...times).toFixed(0);
    process.stdout.write(`${kind}: ours ${best} ms (first ${first} ms), haven ${Number(haven[k]).toFixed(0)} ms\n`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
