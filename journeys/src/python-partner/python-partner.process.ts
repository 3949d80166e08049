import { spawn, spawnSync, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

import type { Declaration } from "@slipway/platform-client";

const program = fileURLToPath(
  new URL("../../../examples/python-partner/partner.py", import.meta.url),
);

/** How the program can be wrong on purpose. */
export type PythonFault = "accepts-duplicates" | "names-no-field" | "never-delivers";

/** The Python partner as a process of its own. */
export interface PythonPartner {
  readonly endpoint: string;
  /** Replaces its configuration file while it runs. */
  readonly configure: (configuration: object) => Promise<void>;
  /** Asks it to end and gives its exit code. */
  readonly stop: () => Promise<number | null>;
}

/**
 * Whether this journey can be left out: only where the machine has no Python and is not one that builds (`CI`). Python is
 * nothing that the product needs, and `npm test` has to pass with Node alone.
 */
export function isWithoutPython(): boolean {
  return process.env["CI"] === undefined && spawnSync("python3", ["--version"]).status !== 0;
}

/** What the program says that it declares; fails with a sentence when the machine has no Python that can run it. */
export function declarationOfProgram(): Declaration {
  const { error, status, stdout, stderr } = spawnSync("python3", ["-B", program, "--declaration"], {
    encoding: "utf8",
  });
  if (error !== undefined || status !== 0) {
    throw new Error(
      `Expected python3 (3.11 or later) on the PATH to run the Python partner, found ${error?.message ?? stderr}. ` +
        "Install Python 3: nothing else proves the guide.",
    );
  }
  // The program's own output, in the form of the guide's section 3.1.
  return JSON.parse(stdout) as Declaration;
}

/** Starts the program with an empty configuration at `configurationPath` and waits until it listens. */
export async function startPythonPartner(
  configurationPath: string,
  fault?: PythonFault,
): Promise<PythonPartner> {
  await writeFile(configurationPath, JSON.stringify({ customers: {} }));
  const wrong = fault === undefined ? [] : ["--fault", fault];
  const args = ["-B", program, "--config", configurationPath, "--port", "0", ...wrong];
  const child = spawn("python3", args, { stdio: ["ignore", "pipe", "ignore"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const port = await portOf(child);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    configure: async (configuration) => writeFile(configurationPath, JSON.stringify(configuration)),
    stop: async () => {
      if (child.exitCode !== null) return child.exitCode;
      child.kill("SIGTERM");
      const [code] = (await once(child, "exit")) as [number | null];
      return code;
    },
  };
}

async function portOf(child: ChildProcessByStdio<null, Readable, null>): Promise<number> {
  const line = once(createInterface({ input: child.stdout }), "line").then(([text]) =>
    String(text),
  );
  const ended = once(child, "exit").then(([code]) => `the exit code ${String(code)}`);
  const said = await Promise.race([line, ended]);
  const port = /^\{"ready": true, "port": (\d+)\}$/u.exec(said)?.[1];
  if (port !== undefined) return Number(port);
  child.kill("SIGKILL");
  throw new Error(`Expected the Python partner to print that it is ready, found: ${said}`);
}
