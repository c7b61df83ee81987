import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["tests/extension/**/*.test.{ts,tsx}"],
    maxWorkers: 2,
    restoreMocks: true,
    testTimeout: 30_000,
  },
});
