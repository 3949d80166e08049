import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import {
  createPlatformClient,
  type Credential,
  type PlatformClient,
} from "@slipway/platform-client";

import { findPeople } from "./find-people.ts";
import { startPlatform, type RunningPlatform } from "../starting/platform-process.ts";

/** One customer of a platform that is killed and started again on its data. */
export interface CrashWorld {
  readonly customerId: string;
  /** Starts the platform on the data that the last one left. */
  readonly start: () => Promise<LoadedPlatform>;
  readonly close: () => Promise<void>;
}

export interface LoadedPlatform {
  readonly client: PlatformClient;
  readonly load: Load;
  /** SIGKILL to the server and to every process of its database, in either order, `apartMs` from each other. */
  readonly kill: (options: {
    readonly databaseFirst: boolean;
    readonly apartMs: number;
  }) => Promise<void>;
}

/** Clients that call without pause until their connections break. */
export interface Load {
  /** Transaction ids of complete answers, written down as they arrived. */
  readonly journal: readonly string[];
  readonly isOn: () => boolean;
  readonly ended: Promise<void>;
}

const callers = 8;

export async function openCrashWorld(): Promise<CrashWorld> {
  const data = await mkdtemp(join(tmpdir(), "slipway-crash-"));
  let platform: RunningPlatform | undefined = await startPlatform({ data });
  const token = (await readFile(join(data, "admin-token"), "utf8")).trim();
  const first = createPlatformClient({ baseUrl: platform.address, token });
  const integration = await first.registerIntegration({
    name: "Crash",
    framework: "prime-assessment",
    connectorType: "prime",
  });
  const { credentials, ...sandbox } = await first.createSandbox(integration.id);
  return {
    customerId: credentials.a.customerId,
    start: async () => {
      platform ??= await startPlatform({ data });
      const running = platform;
      const client = createPlatformClient({ baseUrl: running.address, token });
      const { tenants } = await client.loadSandbox(sandbox.id);
      return {
        client,
        load: startLoad(
          tenants.a.publicBase,
          credentials.a,
          await findPeople(tenants.a.publicBase, credentials.a),
        ),
        kill: async ({ databaseFirst, apartMs }) => {
          platform = undefined;
          const database = await databaseProcesses(data);
          const ended = once(running.child, "exit");
          const server = (): boolean => running.child.kill("SIGKILL");
          const all = (): void => {
            for (const id of database) killIfThere(id);
          };
          const [one, other] = databaseFirst ? [all, server] : [server, all];
          one();
          await sleep(apartMs);
          other();
          await ended;
        },
      };
    },
    close: async () => {
      await platform?.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** The postmaster and its children, by the ids that it wrote down and that the system knows. */
async function databaseProcesses(data: string): Promise<readonly number[]> {
  const lines = (await readFile(join(data, "postgres", "postmaster.pid"), "utf8")).split("\n");
  const postmaster = Number(lines[0]);
  const children = await readFile(`/proc/${postmaster}/task/${postmaster}/children`, "utf8");
  return [postmaster, ...children.trim().split(" ").map(Number)];
}

function killIfThere(id: number): void {
  try {
    process.kill(id, "SIGKILL");
  } catch {
    // It ended by itself when its parent did.
  }
}

function startLoad(base: string, credential: Credential, people: readonly number[]): Load {
  const journal: string[] = [];
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const call = async (method: string, path: string, body?: object): Promise<void> => {
    const transactionId = await answered({ agent, base, credential, method, path, body });
    if (transactionId !== undefined) journal.push(transactionId);
  };
  const caller = async (number: number): Promise<void> => {
    const all = `/customers/${credential.customerId}/people`;
    for (let turn = number; ; turn += 1) {
      const person = `${all}/${people[turn % people.length] ?? 0}`;
      await call("GET", `${person}?fields=firstname,lastname,email`);
      await call("GET", person);
      if (turn % 3 === 0) await call("PATCH", person, { middlename: `M${turn}` });
      if (turn % 7 === 0) await call("GET", `${all}/999999999`);
      if (turn % 11 === 0) await call("PATCH", person, { nosuchfield: "x" });
    }
  };
  // A caller ends when its connection breaks: that is the end of its round.
  const all = Array.from({ length: callers }, async (_caller, number) =>
    caller(number).catch(() => undefined),
  );
  let isOn = true;
  const ended = Promise.all(all).then(() => {
    isOn = false;
    agent.destroy();
  });
  return { journal, isOn: () => isOn, ended };
}

interface OneCall {
  readonly agent: Agent;
  readonly base: string;
  readonly credential: Credential;
  readonly method: string;
  readonly path: string;
  readonly body: object | undefined;
}

/** The transaction id of a complete answer; undefined for one that says that it could not be recorded. */
async function answered(call: OneCall): Promise<string | undefined> {
  const { agent, base, credential, method, path, body } = call;
  return new Promise((resolve, reject) => {
    const sent = request(`${base}${path}`, {
      agent,
      method,
      auth: `${credential.username}:${credential.password}`,
      headers: body === undefined ? {} : { "content-type": "application/json" },
    });
    sent.on("error", reject);
    sent.on("response", (answer) => {
      answer.on("error", reject);
      answer.on("end", () => {
        const transactionId = String(answer.headers["x-transaction"]);
        resolve((answer.statusCode ?? 500) < 500 ? transactionId : undefined);
      });
      answer.resume();
    });
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
