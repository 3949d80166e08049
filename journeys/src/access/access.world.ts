import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import {
  createCommandWorld,
  type CommandWorld,
  type Ended,
} from "../command-line/command-line.world.ts";
import { startPlatform } from "../starting/platform-process.ts";

/** A platform that serves, and people who call it: over the command line with their tokens, or over HTTP. */
export interface AccessWorld {
  readonly commands: CommandWorld;
  /** What the platform keeps for its operator. */
  readonly adminToken: string;
  /** Runs a command with a token in its environment; without one the data folder's is named. */
  readonly slipway: (token: string | undefined, ...args: readonly string[]) => Promise<Ended>;
  readonly call: (token: string, path: string, body?: object) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export async function openAccessWorld(): Promise<AccessWorld> {
  const data = await mkdtemp(join(tmpdir(), "slipway-access-"));
  const [platform, commands] = [await startPlatform({ data }), await createCommandWorld()];
  const tokenFile = join(data, "admin-token");
  return {
    commands,
    adminToken: (await readFile(tokenFile, "utf8")).trim(),
    slipway: async (token, ...args) =>
      commands.begin(
        [
          ...args,
          "--platform",
          platform.address,
          ...(token === undefined ? ["--token-file", tokenFile] : []),
        ],
        token === undefined ? {} : { SLIPWAY_TOKEN: token },
      ).ended,
    call: async (token, path, body) => {
      const answer = await fetch(`${platform.address}/api/v1${path}`, {
        method: body === undefined ? "GET" : "POST",
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: answer.status, text: await answer.text() };
    },
    close: async () => {
      await platform.stop();
      await commands.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}
