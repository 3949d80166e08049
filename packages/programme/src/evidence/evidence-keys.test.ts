import { afterAll, beforeAll, expect, it } from "vitest";

import { openProgrammeWorld, type ProgrammeWorld } from "../testing/open-programme-world.ts";
import { lockSigningKey } from "./evidence-keys.ts";

let world: ProgrammeWorld;
beforeAll(async () => {
  world = await openProgrammeWorld();
});
afterAll(async () => world.close());

const actor = { name: "Edith", role: "programme-owner", organisation: "programme" } as const;
const change = { actor, reason: "A year is over." };

async function signerId(): Promise<string> {
  const { id } = await world.database.transaction(async (tx) =>
    lockSigningKey(tx, world.parts, actor),
  );
  return id;
}

it("makes the first key when something has to be signed, and then keeps it", async () => {
  expect((await world.programme.listEvidenceKeys()).keys).toEqual([]);
  const first = await signerId();
  expect(await signerId()).toBe(first);
  expect((await world.programme.listEvidenceKeys()).keys).toMatchObject([
    { id: first, algorithm: "Ed25519", validUntil: null, revokedAt: null },
  ]);
});

it("signs with the new key after a rotation, and erases the private part of the old one", async () => {
  const old = await signerId();
  const { keys } = await world.programme.rotateEvidenceKey(change);
  expect(keys.map(({ validUntil }) => validUntil === null)).toEqual([true, false]);
  expect(await signerId()).toBe(keys[0]?.id);
  const row = await world.database.queries
    .selectFrom("evidence_key")
    .selectAll()
    .where("id", "=", old)
    .executeTakeFirstOrThrow();
  expect(row.private_ciphertext).toBeNull();
});

it("makes another key after the one that signs was revoked; a revocation stays", async () => {
  const id = await signerId();
  await world.programme.revokeEvidenceKey(id, { actor, reason: "Stolen." });
  expect(await signerId()).not.toBe(id);
  await expect(world.programme.revokeEvidenceKey(id, change)).rejects.toMatchObject({
    code: "EVIDENCE-KEY-REVOKED",
  });
  await expect(world.programme.revokeEvidenceKey("ek-0", change)).rejects.toMatchObject({
    code: "EVIDENCE-KEY-NOT-FOUND",
  });
});

it("opens no private part that was put under another key", async () => {
  const id = await signerId();
  const other = await world.parts.signingKeys.seal("ek-other", new Uint8Array(32).fill(7));
  await world.database.queries
    .updateTable("evidence_key")
    .set({ private_ciphertext: other })
    .where("id", "=", id)
    .execute();
  await expect(signerId()).rejects.toMatchObject({ code: "VAULT-SIGNING-KEY-ALTERED" });
});
