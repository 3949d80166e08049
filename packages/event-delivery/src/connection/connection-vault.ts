import { createCipheriv, createDecipheriv } from "node:crypto";

import type { Region } from "@slipway/exchange";

import {
  SecretAlteredProblem,
  SigningKeyAlteredProblem,
  VaultKeyChangedProblem,
  VaultKeyLostProblem,
  WebhookSecretAlteredProblem,
} from "./connection.problems.ts";
import { makeVaultKey, type VaultKeyFileOptions } from "./make-vault-key.ts";
import { readVaultKey, type VaultKey } from "./read-vault-key.ts";

/** What a secret belongs to: a ciphertext moved to another connection or key, or to another use, does not open. */
export type SecretOwner = ConnectionOwner | SigningKeyOwner | WebhookOwner;

interface ConnectionOwner {
  readonly sandboxId: string;
  readonly region: Region;
  /** Default: with it the platform proves itself to the partner. A user's key proves the partner to the imitated ATS. */
  readonly use?: "partner" | "ats-user";
}

/** A key with which the installation signs evidence. */
interface SigningKeyOwner {
  readonly use: "evidence-signing";
  readonly keyId: string;
}

/** A secret with which the platform signs what it tells a webhook. */
interface WebhookOwner {
  readonly use: "webhook-signing";
  readonly webhookId: string;
  readonly secretId: string;
}

/**
 * Partner secrets at rest: AES-256-GCM under a key that lives in a file outside the database. The file is made on first use;
 * a lost, changed or readable-by-others key is a problem that names the file and what to do.
 */
export interface ConnectionVault {
  readonly seal: (owner: SecretOwner, secret: string) => Promise<Buffer>;
  readonly unseal: (owner: SecretOwner, sealed: Uint8Array) => Promise<string>;
}

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;
const fingerprintEnd = 9;
const nonceEnd = fingerprintEnd + nonceBytes;
const tagEnd = nonceEnd + tagBytes;

export function createConnectionVault(options: VaultKeyFileOptions): ConnectionVault {
  let known: VaultKey | undefined;
  // Read once: whoever replaces the file restarts the platform.
  const key = async (): Promise<VaultKey | undefined> => {
    known ??= await readVaultKey(options.keyFile);
    return known;
  };
  return {
    seal: async (owner, secret) => {
      known = (await key()) ?? (await makeVaultKey(options));
      return encrypt({ owner, secret, key: known, nonce: options.randomBytes(nonceBytes) });
    },
    unseal: async (owner, sealed) => {
      const opened = await key();
      if (opened === undefined) throw new VaultKeyLostProblem(options.keyFile);
      const named = sealed.subarray(1, fingerprintEnd);
      if (!Buffer.from(named).equals(opened.fingerprint))
        throw new VaultKeyChangedProblem(options.keyFile);
      return decrypt(owner, sealed, opened);
    },
  };
}

interface Encryption {
  readonly owner: SecretOwner;
  readonly secret: string;
  readonly key: VaultKey;
  readonly nonce: Uint8Array;
}

function encrypt({ owner, secret, key, nonce }: Encryption): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key.bytes, nonce).setAAD(boundTo(owner));
  const body = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.of(version), key.fingerprint, nonce, cipher.getAuthTag(), body]);
}

function decrypt(owner: SecretOwner, sealed: Uint8Array, key: VaultKey): string {
  try {
    const decipher = createDecipheriv(
      "aes-256-gcm",
      key.bytes,
      sealed.subarray(fingerprintEnd, nonceEnd),
      { authTagLength: tagBytes },
    );
    decipher.setAAD(boundTo(owner)).setAuthTag(sealed.subarray(nonceEnd, tagEnd));
    return Buffer.concat([decipher.update(sealed.subarray(tagEnd)), decipher.final()]).toString();
  } catch {
    // What the cipher says ("unable to authenticate") tells nobody more.
    if (owner.use === "evidence-signing") throw new SigningKeyAlteredProblem(owner.keyId);
    if (owner.use === "webhook-signing") throw new WebhookSecretAlteredProblem(owner.webhookId);
    throw new SecretAlteredProblem(owner.sandboxId, owner.region);
  }
}

function boundTo(owner: SecretOwner): Buffer {
  if (owner.use === "evidence-signing")
    return Buffer.from(`slipway ${owner.use} secret ${version} ${owner.keyId}`);
  if (owner.use === "webhook-signing")
    return Buffer.from(
      `slipway ${owner.use} secret ${version} ${owner.webhookId} ${owner.secretId}`,
    );
  const { sandboxId, region, use = "partner" } = owner;
  return Buffer.from(`slipway ${use} secret ${version} ${sandboxId} ${region}`);
}
