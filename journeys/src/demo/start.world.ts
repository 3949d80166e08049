import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { createPlatformClient, type PlatformClient } from "@slipway/platform-client";

import { alive, descendantsOf } from "../harness/process-tree.ts";
import { endingOf, type Ending } from "../starting/launcher-project.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const freePorts = { SLIPWAY_PORT: "0", SLIPWAY_SANDBOX_PORT_A: "0", SLIPWAY_SANDBOX_PORT_B: "0" };

/** A data folder in which `npm start` is run again and again. */
export interface StartWorld {
  readonly data: string;
  readonly start: (...args: readonly string[]) => RunningStart;
  /** The platform's API with the admin's token; of the start that says where it is. */
  readonly clientOf: (start: RunningStart) => Promise<PlatformClient>;
  /** Of the processes that were seen of any start, those that are left. */
  readonly left: () => Promise<readonly number[]>;
  readonly close: () => Promise<void>;
}

/** What `npm start` runs, running. */
export interface RunningStart {
  readonly child: ChildProcess;
  readonly ending: Promise<Ending>;
  /** Waits until it has printed something, and gives all that it has printed by then; fails with that if it ends instead. */
  readonly printed: (awaited: RegExp) => Promise<string>;
  /** Its processes by now, those of PostgreSQL and of the partner among them. */
  readonly processes: () => readonly number[];
}

export async function openStartWorld(
  env: Readonly<Record<string, string>> = {},
): Promise<StartWorld> {
  const data = await mkdtemp(join(tmpdir(), "slipway-start-"));
  const starts: RunningStart[] = [];
  const seen = new Set<number>();
  return {
    data,
    start: (...args) => {
      const started = launch({ ...env, SLIPWAY_DATA: data }, args);
      starts.push(started);
      const processes = (): readonly number[] => {
        const found = started.processes();
        for (const id of found) seen.add(id);
        return found;
      };
      const printed: RunningStart["printed"] = async (awaited) => {
        const text = await started.printed(awaited);
        processes();
        return text;
      };
      return { ...started, processes, printed };
    },
    clientOf: async (start) => {
      const baseUrl = /Platform API +(\S+)/u.exec(await start.printed(/Admin token/u))?.[1] ?? "";
      const token = (await readFile(join(data, "admin-token"), "utf8")).trim();
      return createPlatformClient({ baseUrl, token });
    },
    left: async () => {
      // Who was told to end may need a moment for it.
      for (let look = 0; look < 100 && alive([...seen]).length > 0; look += 1) await sleep(50);
      return alive([...seen]);
    },
    close: async () => {
      // The program ends with its launcher.
      for (const { child } of starts) child.kill("SIGKILL");
      await Promise.all(starts.map(async ({ ending }) => ending));
      await rm(data, { recursive: true, force: true });
    },
  };
}

function launch(env: Readonly<Record<string, string>>, args: readonly string[]): RunningStart {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ["tools/launcher/start.mjs", ...args], {
    cwd: root,
    env: { ...inherited, ...freePorts, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ending = endingOf(child);
  let text = "";
  child.stdout.on("data", (part: Buffer) => (text += part.toString()));
  return {
    child,
    ending,
    printed: async (awaited) => {
      const ended = ending.then(() => "ended" as const);
      while (!awaited.test(text)) {
        if (
          (await Promise.race([ended, sleep(20, "", { ref: false })])) === "ended" &&
          !awaited.test(text)
        )
          throw new Error(
            `Expected ${awaited.source}, found an end after: ${text}\n${(await ending).stderr}`,
          );
      }
      return text;
    },
    processes: () => (child.pid === undefined ? [] : [child.pid, ...descendantsOf(child.pid)]),
  };
}
