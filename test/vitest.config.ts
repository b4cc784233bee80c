import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Assertions are required in every test, and files and tests run in random order: a test that leans on another fails. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    include: ["test/**/*.test.ts"],
    exclude: ["test/danfo/**", "node_modules/**"],
    expect: { requireAssertions: true },
    sequence: { shuffle: true },
    testTimeout: 20_000,
  },
});
