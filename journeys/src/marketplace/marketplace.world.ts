import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { startPrimePartner, type PrimePartner } from "@slipway/example-prime-partner";
import { createPlatformClient, type PlatformClient } from "@slipway/platform-client";

import { startPlatform } from "../starting/platform-process.ts";

/** A platform whose programme gives sandboxes to approved designs alone, and the example partner beside it. */
export interface MarketplaceWorld {
  readonly address: string;
  readonly data: string;
  readonly client: PlatformClient;
  readonly partner: PrimePartner;
  /** What anybody is answered, without a token. */
  readonly askOpenly: (path: string, accept?: string) => Promise<OpenAnswer>;
  readonly close: () => Promise<void>;
}

export interface OpenAnswer {
  readonly status: number;
  readonly type: string | null;
  readonly body: string;
}

export async function openMarketplaceWorld(): Promise<MarketplaceWorld> {
  const data = await mkdtemp(join(tmpdir(), "slipway-marketplace-"));
  const platform = await startPlatform({ data, env: { SLIPWAY_SANDBOXES: "after-approval" } });
  const partner = await startPrimePartner({ testCompletionMs: 300 });
  const { address } = platform;
  return {
    address,
    data,
    partner,
    client: createPlatformClient({
      baseUrl: address,
      token: (await readFile(join(data, "admin-token"), "utf8")).trim(),
    }),
    askOpenly: async (path, accept) => {
      const answer = await fetch(`${address}${path}`, {
        headers: accept === undefined ? {} : { accept },
      });
      return {
        status: answer.status,
        type: answer.headers.get("content-type"),
        body: await answer.text(),
      };
    },
    close: async () => {
      await platform.stop();
      await partner.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}
