import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The interchange with the real danfojs-node; kept apart, because that package is large. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL(".", import.meta.url)),
    include: ["*.test.ts"],
    expect: { requireAssertions: true },
    testTimeout: 60_000,
  },
});
