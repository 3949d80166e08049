import { createRequire } from "node:module";
import { createServer } from "node:net";
import { once } from "node:events";

import { endWithParent } from "../processes/end-with-parent.ts";

// Prism's own command line in this process: `prism mock`, one process, logging off, which is how it is fastest. Started with
// the file of the description; tells its address.
endWithParent();
const port = await freePort();
process.env["NODE_ENV"] = "development";
process.argv = [
  process.argv[0] ?? "",
  "prism",
  "mock",
  process.argv[2] ?? "",
  "--port",
  String(port),
  "--verboseLevel",
  "silent",
];
const load = createRequire(import.meta.url);
load("@stoplight/prism-cli/dist/index.js");

const address = `http://127.0.0.1:${port}`;
const lookEveryMs = 50;
while (!(await answers(address))) await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
process.send?.({ address });

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const bound = probe.address();
  probe.close();
  await once(probe, "close");
  if (bound === null || typeof bound === "string")
    throw new Error("Expected the address of a port, found none");
  return bound.port;
}
