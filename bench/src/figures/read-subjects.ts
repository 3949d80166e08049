import { readFields, readPath } from "../requests.ts";
import { people } from "../setting/fill-tenants.ts";
import type { Setting } from "../setting/open-setting.ts";
import type { Subject } from "./measure-rounds.ts";

export const readNames = {
  ours: "Slipway GET, default fields",
  wide: "Slipway GET, 14 fields named",
  bare: "Fastify + pg GET",
  mock: "Prism GET",
} as const;

const idCount = 3200;

/** Reads of random people by id. */
export function readSubjects(setting: Setting): readonly Subject[] {
  const { platform, peers } = setting;
  const tenant = platform.tenants.a;
  const traces = async (): Promise<number> => countRows(setting, "exchange");
  const ours = { processId: platform.program.processId, traces };
  const { authorization } = tenant;
  const path = readPath(tenant);
  return [
    {
      ...ours,
      name: readNames.ours,
      plan: () => get(tenant.base, (id) => `${path}/${id}`, { authorization }),
    },
    {
      name: readNames.bare,
      processId: peers.bare.processId,
      plan: () => get(peers.bare.ready.address, (id) => `/people/${id}`),
    },
    {
      name: readNames.mock,
      processId: peers.mock.processId,
      plan: () => get(peers.mock.ready.address, (id) => `${path}/${id}`),
    },
    {
      ...ours,
      name: readNames.wide,
      plan: () => get(tenant.base, (id) => `${path}/${id}${readFields}`, { authorization }),
    },
  ];
}

function get(
  base: string,
  pathOf: (id: number) => string,
  headers: Readonly<Record<string, string>> = {},
): ReturnType<Subject["plan"]> {
  const requests = Array.from({ length: idCount }, () => ({
    path: pathOf(people.firstId + Math.floor(Math.random() * people.count)),
  }));
  return { base, headers, send: { kind: "get", requests } };
}

export async function countRows(
  { platformData }: Pick<Setting, "platformData">,
  table: "exchange" | "event",
): Promise<number> {
  const { rows } = await platformData.query<{ count: string }>(`select count(*) from ${table}`);
  return Number(rows[0]?.count);
}
