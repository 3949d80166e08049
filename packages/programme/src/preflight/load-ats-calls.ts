import type { Database } from "@slipway/database";
import { readExchanges } from "@slipway/exchange-log";

import type { AtsCalls } from "./preflight-evidence.ts";

/**
 * What a tenant's latest call of the ATS API says of the credential that the partner uses. Calls from before the newest
 * credential was issued say nothing of it.
 */
export async function loadAtsCalls(
  database: Pick<Database, "queries">,
  customerId: string,
): Promise<AtsCalls> {
  const newest = await database.queries
    .selectFrom("api_credential")
    .select("created_at")
    .where("customer_id", "=", customerId)
    .orderBy("created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  const [latest] = await readExchanges(database, {
    customerId,
    direction: "to-ats",
    ...(newest === undefined ? {} : { recordedFrom: newest.created_at }),
    order: "newest-first",
    limit: 1,
  });
  if (latest === undefined) return "none";
  // 403: from an address that is not on the user's list, or a token for another audience.
  if (latest.answer.kind === "answered" && [401, 403].includes(latest.answer.status))
    return "refused";
  // A call for another customer is kept with the user's own.
  const called = /^\/customers\/([^/]+)/u.exec(latest.request.path)?.[1];
  return called === undefined || called === customerId ? "accepted" : "elsewhere";
}
