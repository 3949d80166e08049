import { once } from "node:events";
import { createServer } from "node:net";

import { readAddresses } from "../../platform-access/platform-environment.ts";
import { fault, well, type DoctorFinding } from "./doctor-finding.ts";

const listeners = [
  ["SLIPWAY_PORT", 8700],
  ["SLIPWAY_SANDBOX_PORT_A", 8701],
  ["SLIPWAY_SANDBOX_PORT_B", 8702],
] as const;

/** Whether the ports of "slipway start" are free; `validate` takes others by itself where they are not. */
export async function lookAtPorts(folder: string, env: NodeJS.ProcessEnv): Promise<DoctorFinding> {
  const title = "Ports";
  const host = env["SLIPWAY_HOST"] ?? "127.0.0.1";
  const wanted = listeners.map(([name, standard]) => ({
    name,
    port: Number(env[name] ?? standard),
  }));
  const looks = await Promise.all(
    wanted.map(async (one) => ({ ...one, isFree: await isFree(host, one.port) })),
  );
  const taken = looks.filter((look) => !look.isFree);
  if (taken.length === 0) {
    return well(title, `${wanted.map(({ port }) => port).join(", ")} on ${host} are free`);
  }
  const own = await servedFrom(folder);
  if (own !== undefined) return well(title, `in use by the platform of this folder, ${own}`);
  return fault(title, {
    expected: `free ports on ${host}`,
    found: `${taken.map(({ port }) => port).join(", ")} taken by another program`,
    toDo: `Set ${taken.map(({ name }) => name).join(", ")} for "slipway start" (0 takes a free one); validate takes free ones by itself.`,
  });
}

/** The address of the platform that serves a folder now. */
async function servedFrom(folder: string): Promise<string | undefined> {
  const address = (await readAddresses(folder))?.platform;
  if (address === undefined) return undefined;
  const isServing = await fetch(`${address}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
  return isServing ? address : undefined;
}

async function isFree(host: string, port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen({ host, port, exclusive: true });
    await once(server, "listening");
    server.close();
    await once(server, "close");
    return true;
  } catch {
    return false; // Whatever keeps us from listening, the platform would meet it too.
  }
}
