import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import pg from "pg";

import { startProgram, type Program } from "../processes/start-program.ts";
import { people } from "./fill-tenants.ts";
import { mockDocument } from "./mock-document.ts";
import type { MeasuredPlatform } from "./open-platform.ts";
import type { Postgres } from "./open-postgres.ts";
import { readPath, readPerson } from "../requests.ts";

export type Peer = Program<{ readonly address: string }>;

/** What the platform is compared with, and the partner that it calls. */
export interface Peers {
  readonly bare: Peer;
  readonly mock: Peer;
  /** The body that the mock answers: one of the platform's own. */
  readonly mockAnswer: string;
  readonly partner: Peer;
}

interface PeerParts {
  readonly folder: string;
  readonly postgres: Postgres;
  readonly platform: MeasuredPlatform;
  readonly platformData: pg.Pool;
  readonly opened: (() => Promise<void>)[];
}

export async function openPeers(parts: PeerParts): Promise<Peers> {
  const { folder, postgres, platform, opened } = parts;
  await fillBare(parts);
  const start = async (name: string, file: string, args: readonly string[]): Promise<Peer> => {
    const peer: Peer = await startProgram(name, new URL(`../peers/${file}`, import.meta.url), {
      args,
    });
    opened.push(peer.stop);
    return peer;
  };
  const bare = await start("Fastify + pg", "bare-api.ts", [postgres.urlOf("bare")]);
  const { body } = await readPerson(platform.tenants.a, people.firstId);
  const documentFile = join(folder, "mock.json");
  await writeFile(documentFile, JSON.stringify(mockDocument(readPath(platform.tenants.a), body)));
  const mock = await start("the Prism mock", "prism.ts", [documentFile]);
  const partner = await start("the partner", "partner.ts", []);
  return { bare, mock, mockAnswer: body, partner };
}

/** The same documents under the same ids in a table of its own. */
async function fillBare({ postgres, platform, platformData }: PeerParts): Promise<void> {
  const pool = new pg.Pool({ connectionString: postgres.urlOf("bare"), max: 1 });
  try {
    await pool.query(
      "create table profile (id bigint generated always as identity primary key, doc jsonb not null)",
    );
    const { rows } = await platformData.query<{ doc: object }>(
      `select doc from profile where customer_id = $1 and type = 'people' and id >= $2 order by id limit 1000`,
      [platform.tenants.a.customerId, people.firstId],
    );
    const distinct = new Set(rows.map(({ doc }) => JSON.stringify(doc)));
    await pool.query(
      `insert into profile (id, doc) overriding system value
        select $1 + number, documents.doc
        from generate_series(0, $2 - 1) number
        join unnest($3::jsonb[]) with ordinality as documents (doc, place)
          on place = number % array_length($3::jsonb[], 1) + 1`,
      [people.firstId, people.count, [...distinct]],
    );
    await pool.query("alter table profile alter column id restart with 2000000");
    await pool.query("vacuum analyze profile");
  } finally {
    await pool.end();
  }
}
