import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import type { ReadyMessage } from "@slipway/platform";
import { memoryEnvironment, memoryFlags } from "@slipway/foundation";

// What `npm start` runs: the platform as one process, then the demo as another, until Ctrl-C or until the platform ends.
// `npm start -- --no-demo` only serves.
const { values: flags } = parseArgs({
  options: {
    "no-demo": { type: "boolean", default: false },
    again: { type: "boolean", default: false },
  },
});

const nodeFlags = ["--conditions=@slipway/source", ...memoryFlags];
const children: ChildProcess[] = [];
let stopping = false;

const platform = run(import.meta.resolve("@slipway/platform"), [], "ipc");
const platformEnded = once(platform, "exit");
// The terminal sends Ctrl-C to every process of the group; whoever asks otherwise asks us.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop(signal));
process.on("exit", () => {
  for (const child of children) child.kill("SIGTERM");
});

const ready = await Promise.race([
  // The platform's program says nothing else over its channel.
  once(platform, "message").then(([message]) => message as ReadyMessage),
  platformEnded.then(() => undefined),
]);
if (ready !== undefined && !flags["no-demo"]) startDemo(ready);
await platformEnded;
// The demo has nobody to talk to any more.
for (const child of children) child.kill("SIGTERM");
await Promise.all(children.map(ended));
process.exit(stopping ? 0 : (platform.exitCode ?? 1));

function startDemo({ addresses, adminTokenFile, reach }: ReadyMessage): void {
  if (reach === "network") {
    process.stdout.write(
      "No demo: its data stays on this machine, and the platform is reachable from others.\n",
    );
    return;
  }
  const demo = run(
    import.meta.resolve("@slipway/example-prime-demo"),
    [
      "--platform",
      addresses.platform,
      "--token-file",
      adminTokenFile,
      "--folder",
      join(dirname(adminTokenFile), "demo"),
      ...(flags.again ? ["--again"] : []),
    ],
    "ignore",
  );
  demo.once("exit", (ending) => {
    if (ending !== 0 && !stopping) {
      process.stderr.write(
        `The demo ended with ${ending}. The platform goes on serving; press Ctrl-C to end.\n`,
      );
    }
  });
}

function run(address: string, args: readonly string[], channel: "ipc" | "ignore"): ChildProcess {
  const file = fileURLToPath(address);
  const child = spawn(process.execPath, [...nodeFlags, file, ...args], {
    // Somebody watches a demo here: only serious lines, unless they are asked for.
    env: { ...memoryEnvironment, SLIPWAY_LOG_LEVEL: "warn", ...process.env },
    stdio: ["ignore", "inherit", "inherit", channel],
  });
  children.push(child);
  return child;
}

function stop(signal: NodeJS.Signals): void {
  stopping = true;
  for (const child of children) child.kill(signal);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}
