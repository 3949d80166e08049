import type { NewListNode, Tenant } from "@slipway/ats-model";
import type { Database } from "@slipway/database";
import type { EventPlanner } from "@slipway/exchange";

import type { Session } from "../../call/session.ts";
import type { IdBlocks } from "../../ids/id-blocks.ts";
import type { CallRecorder } from "../../recording/call-recorder.ts";
import { storeOf } from "./profile.store.ts";
import type { ProfileWriting } from "./profile-writing.ts";

/** What the steps that write are made with. */
export interface WritingParts {
  readonly database: Pick<Database, "tenants">;
  readonly ids: IdBlocks;
  readonly planEvent: EventPlanner;
  readonly records: CallRecorder;
  readonly addListNodes: (tenant: Tenant, nodes: readonly NewListNode[]) => Promise<void>;
  readonly onEventRaised: () => void;
}

/** Writing as the API user of a session. */
export function writingOf(parts: WritingParts, { tenant, user, clock }: Session): ProfileWriting {
  return {
    store: storeOf(parts.database, tenant.customerId),
    ids: parts.ids,
    planEvent: parts.planEvent,
    tenant,
    userId: user.userId,
    by: "api-user",
    at: clock.now(),
  };
}
