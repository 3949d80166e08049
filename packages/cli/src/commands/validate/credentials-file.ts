import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

import type { Credential, Region, Sandbox } from "@slipway/platform-client";

import { FileProblem } from "../../command-line.problems.ts";

/** Writes the credentials of a sandbox where only this user can read them; customers under their ids, as partners keep them. */
export async function writeCredentialsFile(
  file: string,
  sandbox: Sandbox,
  credentials: Readonly<Record<Region, Credential>>,
): Promise<void> {
  const customers = (["a", "b"] as const).map((region) => {
    const { customerId, username, password } = credentials[region];
    const baseUrl = `${sandbox.tenants[region].publicBase}/customers/${customerId}`;
    return [customerId, { region, baseUrl, ats: { username, password } }] as const;
  });
  const content = { sandboxId: sandbox.id, customers: Object.fromEntries(customers) };
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, `${JSON.stringify(content, undefined, 2)}\n`, { mode: 0o600 });
    // A file that was there keeps its mode when it is written.
    await chmod(file, 0o600);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FileProblem(
      `Expected to write the sandbox's credentials into ${file}, found: ${reason}. Name another place with --credentials-file and add --new-credentials: those issued just now are lost.`,
      error,
    );
  }
}

/** Whether a file holds credentials of this sandbox. */
export async function holdsCredentials(file: string, sandbox: Sandbox): Promise<boolean> {
  const text = await readFile(file, "utf8").catch(() => ""); // Not written yet.
  return text.includes(sandbox.id);
}
