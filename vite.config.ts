import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const server = "http://127.0.0.1:4870";

/** Libraries every desk needs go into one long-lived chunk; three stays with the lazily loaded scene. */
const vendorChunks = [
  { name: "react", test: /node_modules\/(react|react-dom|scheduler)\// },
  { name: "mantine", test: /node_modules\/@mantine\// },
  { name: "language", test: /node_modules\/(i18next|react-i18next)\// },
  {
    name: "link",
    test: /node_modules\/(socket\.io-client|socket\.io-parser|engine\.io-client|engine\.io-parser)\//,
  },
];

export default defineConfig({
  plugins: [react()],
  // The server replaces the placeholder with a fresh nonce in every response.
  html: { cspNonce: "__CSP_NONCE__" },
  build: {
    outDir: "dist/client",
    emptyOutDir: true,
    target: "es2023",
    // The scene's chunk holds three; it is fetched after the page can be read.
    chunkSizeWarningLimit: 800,
    rolldownOptions: { output: { codeSplitting: { groups: vendorChunks } } },
  },
  server: {
    proxy: {
      "/api": server,
      "/enter": server,
      "/socket.io": { target: server, ws: true },
    },
  },
  test: {
    reporters: ["default", "./tests/plain-reporter.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/journeys/**", "tests/faults/**"],
          sequence: { groupOrder: 0 },
          // Long enough to tell a hang from a busy machine.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "faults",
          environment: "node",
          include: ["tests/faults/**/*.test.ts"],
          // One at a time, so that a flood is not another case's flood; the server is read once for all of them.
          fileParallelism: false,
          isolate: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "journey",
          environment: "node",
          include: ["tests/journeys/**/*.test.ts"],
          // A browser that draws in software wants the machine to itself.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
