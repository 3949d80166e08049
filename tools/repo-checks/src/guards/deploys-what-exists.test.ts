import { expect, test } from "vitest";
import { placesIn } from "../places-in.ts";
import { deploysWhatExists } from "./deploys-what-exists.ts";

test("names settings, paths, routes and images that are not there, and the user root", async () => {
  expect(
    await placesIn(deploysWhatExists, {
      "apps/platform/src/configuration-keys.ts": 'export const keys = { name: "SLIPWAY_PORT" };\n',
      "apps/platform/src/metrics/metrics-listener.ts": 'app.get("/healthz", answer);\n',
      Dockerfile: [
        "FROM node:latest",
        "COPY apps nowhere ./",
        "USER root",
        "ENV SLIPWAY_PORT=8700 \\",
        "    SLIPWAY_PROT=8700",
        `HEALTHCHECK CMD ["node", "--eval", "fetch('http://127.0.0.1:8709/health')"]`,
        'CMD ["node", "apps/platform/src/main.ts"]',
      ].join("\n"),
      "compose.yaml":
        "services:\n  api:\n    image: postgres:18.4\n    environment:\n      SLIPWAY_PORT: 1\n      SLIPWAY_POTR: ${SLIPWAY_ANY}\n",
    }),
  ).toEqual([
    "Dockerfile:1 node:latest.",
    "Dockerfile:2 nowhere.",
    "Dockerfile:5 SLIPWAY_PROT.",
    "Dockerfile:6 /health.",
    "Dockerfile:7 apps/platform/src/main.ts.",
    "Dockerfile:1 root.",
    "compose.yaml:6 SLIPWAY_POTR.",
  ]);
});
