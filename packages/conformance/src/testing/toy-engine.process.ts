import { openDatabase, type Connection } from "@slipway/database";
import { createIds, systemClock } from "@slipway/foundation";
import { randomBytes } from "node:crypto";

import { createRunEngine } from "../drive/run-engine.ts";
import { ask, toyFramework } from "./toy-framework.world.ts";

// An engine in a process of its own that begins a step and never comes to its end. Says so, so that it can be killed.

// Its parent printed it from a connection.
const connection = JSON.parse(process.argv[2] ?? "") as Connection;
const clock = systemClock;
const engine = createRunEngine({
  database: openDatabase({ connection }),
  clock,
  ids: createIds({ clock, randomBytes }),
  frameworks: new Map([[toyFramework.id, toyFramework]]),
  performers: new Map([
    [
      ask.kind,
      {
        kind: ask.kind,
        begin: async () => {
          process.stdout.write("begun\n");
          return new Promise(() => undefined);
        },
        look: async () => ({ kind: "lost", reason: "never" }),
      },
    ],
  ]),
  exchanges: {
    recordedBetween: async () => [],
    byIds: async () => [],
    newestOf: async () => new Map(),
  },
  onError: (error) => {
    process.stderr.write(`${String(error)}\n`);
  },
});
await engine.start();
