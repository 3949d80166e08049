import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

const testServer = fileURLToPath(
  new URL("packages/database/src/testing/test-server.setup.ts", import.meta.url),
);
// The workers get these as `--conditions`, so that `import` or `module` here would hand ES modules to a `require`.
const conditions = ["@slipway/source", "node"];
const projectRoots = ["packages", "apps", "tools", "examples"].flatMap((room) =>
  readdirSync(room, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${room}/${entry.name}`),
);

// oxlint-disable-next-line import/no-default-export -- the tool's contract
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  environments: { __vitest__: { resolve: { conditions, externalConditions: conditions } } },
  test: {
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ["default"],
    projects: [...projectRoots, "journeys"].map((root) => ({
      extends: true,
      root: fileURLToPath(new URL(root, import.meta.url)),
      test: {
        name: root.slice(root.lastIndexOf("/") + 1),
        include: ["src/**/*.test.ts"],
        globals: false,
        globalSetup: [testServer],
        environment: "node",
      },
    })),
  },
});
