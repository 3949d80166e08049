import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { createConnectionVault, type ConnectionVault } from "./connection-vault.ts";

const owner = { sandboxId: "01980000-0000-7000-8000-000000000001", region: "a" } as const;

describe("the vault of partner credentials", () => {
  let folder: string;
  let keyFile: string;
  let vault: ConnectionVault;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "slipway-vault-"));
    keyFile = join(folder, "keys", "vault.key");
    vault = openVault();
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  function openVault(): ConnectionVault {
    return createConnectionVault({ keyFile, randomBytes });
  }

  it("gives back what was put in, also after a restart", async () => {
    const sealed = await vault.seal(owner, "correct horse ✓");
    expect(await vault.unseal(owner, sealed)).toBe("correct horse ✓");
    expect(await openVault().unseal(owner, sealed)).toBe("correct horse ✓");
  });

  it("makes a key of 32 bytes that only its owner may read", async () => {
    await vault.seal(owner, "x");
    const { mode, size } = await stat(keyFile);
    expect(mode & 0o777).toBe(0o600);
    expect(size).toBe(32);
  });

  it("shares one key among those who make it at the same moment", async () => {
    const vaults = Array.from({ length: 8 }, openVault);
    const sealed = await Promise.all(vaults.map(async (one, n) => one.seal(owner, `secret ${n}`)));
    const opened = await Promise.all(sealed.map(async (bytes) => vault.unseal(owner, bytes)));
    expect(opened).toEqual(vaults.map((_one, n) => `secret ${n}`));
  });

  it("never seals the same secret to the same bytes, and shows nothing of it", async () => {
    const [one, two] = [await vault.seal(owner, "visible?"), await vault.seal(owner, "visible?")];
    expect(one).not.toEqual(two);
    expect(one.toString("latin1")).not.toContain("visible?");
  });

  it("does not open a secret that was copied to another connection", async () => {
    const sealed = await vault.seal(owner, "x");
    for (const other of [
      { ...owner, region: "b" as const },
      { ...owner, use: "ats-user" as const },
      { ...owner, sandboxId: "01980000-0000-7000-8000-000000000002" },
    ])
      await expect(vault.unseal(other, sealed)).rejects.toMatchObject({
        code: "VAULT-SECRET-ALTERED",
      });
  });

  it("notices every altered byte", async () => {
    const sealed = await vault.seal(owner, "x");
    for (let place = 9; place < sealed.length; place += 1) {
      const altered = Buffer.from(sealed);
      altered[place] = (altered[place] ?? 0) ^ 1;
      await expect(vault.unseal(owner, altered)).rejects.toMatchObject({
        code: "VAULT-SECRET-ALTERED",
      });
    }
  });

  it("names the file and what to do when the key is lost", async () => {
    const sealed = await vault.seal(owner, "x");
    await rm(keyFile);
    await expect(openVault().unseal(owner, sealed)).rejects.toMatchObject({
      code: "VAULT-KEY-LOST",
      message: `Expected the key for partner credentials in ${keyFile}, found no such file, and credentials were stored with it. Put the file back from a backup, or enter the credentials of every partner connection again: what was encrypted with another key cannot be read.`,
    });
  });

  it("names the file and what to do when the key is another one", async () => {
    const sealed = await vault.seal(owner, "x");
    await writeFile(keyFile, randomBytes(32));
    await expect(openVault().unseal(owner, sealed)).rejects.toMatchObject({
      code: "VAULT-KEY-CHANGED",
      message: expect.stringContaining(keyFile),
    });
  });

  it("refuses a key that others may read", async () => {
    await vault.seal(owner, "x");
    await chmod(keyFile, 0o640);
    await expect(openVault().seal(owner, "y")).rejects.toMatchObject({
      code: "VAULT-KEY-UNUSABLE",
      message: expect.stringContaining(`in ${keyFile}, found mode 0640. Others may have read`),
    });
  });

  it("refuses a file that is no key, and leaves it as it is", async () => {
    await vault.seal(owner, "x");
    await writeFile(keyFile, "short");
    await expect(openVault().seal(owner, "y")).rejects.toMatchObject({
      code: "VAULT-KEY-UNUSABLE",
      message: expect.stringContaining("found 5 bytes"),
    });
    expect(await readFile(keyFile, "utf8")).toBe("short");
  });

  it("says so when the key cannot be written", async () => {
    await writeFile(join(folder, "keys"), "a file where the folder should be");
    await expect(openVault().seal(owner, "y")).rejects.toMatchObject({
      code: "VAULT-KEY-UNUSABLE",
      message: expect.stringContaining(keyFile),
    });
  });
});
