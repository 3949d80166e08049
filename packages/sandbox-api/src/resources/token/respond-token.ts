import type { Database } from "@slipway/database";
import type { Ids } from "@slipway/foundation";

import { jsonAnswer } from "../../call/answer.ts";
import type { SessionCall } from "../../call/call.ts";
import { finishAnswer } from "../../call/finish-answer.ts";
import type { Answered, Step } from "../../call/steps-of.ts";
import { digestSecret } from "../../credentials/digest-secret.ts";
import { neverStored } from "./token.problems.ts";

export interface TokenParts {
  readonly database: Pick<Database, "queries">;
  /** Random text of so many bytes. */
  readonly secret: Ids["secret"];
}

const tokenBytes = 32;
/** A day (3P). */
const lifeSeconds = 86_400;

/**
 * A new token; earlier ones stay valid until they end. The token says nothing: what is behind it is known to the platform
 * alone, which keeps its digest. Those that ended are forgotten with the next one.
 */
export function respondToken({
  database,
  secret,
}: TokenParts): Step<Pick<SessionCall, "session">, Answered> {
  return async (call) => {
    const { queries } = database;
    const { user, clock } = call.session;
    const now = clock.now();
    const token = secret(tokenBytes);
    call.notes.secrets.push(token);
    await queries
      .deleteFrom("ats_access_token")
      .where("customer_id", "=", user.customerId)
      .where("expires_at", "<=", now)
      .execute();
    await queries
      .insertInto("ats_access_token")
      .values({
        customer_id: user.customerId,
        digest: digestSecret(token),
        username: user.username,
        expires_at: new Date(now.getTime() + lifeSeconds * 1_000),
        created_at: now,
      })
      .execute();
    const reply = { access_token: token, scope, expires_in: lifeSeconds, token_type: "Bearer" };
    return { answer: finishAnswer(call, jsonAnswer(200, reply, neverStored)) };
  };
}

/** A scope is answered (3P), its words are not known: ours. */
const scope = "api";
