import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Only the test with the real danfojs-node; `npm run test:danfo` installs it here first. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["test/danfo/danfo.test.ts"],
    expect: { requireAssertions: true },
    testTimeout: 60_000,
  },
});
