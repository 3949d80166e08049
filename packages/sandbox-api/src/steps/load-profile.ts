import type { FieldSelection, ProfileRef } from "@slipway/ats-model";
import type { Database } from "@slipway/database";

import type { SessionCall } from "../call/call.ts";
import type { Step } from "../call/steps-of.ts";
import { noteProfile } from "../recording/note-profile.ts";
import {
  hasSingleLink,
  loadLinkedProfile,
  type LinkedProfile,
} from "../resources/profile/load-linked-profile.ts";
import { profileNotFound } from "../resources/profile/profile.problems.ts";
import { loadStoredProfile, storeOf } from "../resources/profile/profile.store.ts";

/** The profile in the path, which must exist in the caller's customer. */
export function loadProfile(
  database: Pick<Database, "tenants">,
): Step<
  Pick<SessionCall, "session"> & { readonly ref: ProfileRef; readonly selection?: FieldSelection },
  { readonly profile: LinkedProfile }
> {
  return async ({ session, ref, selection, notes }) => {
    const store = storeOf(database, session.tenant.customerId);
    const fields = selection?.fields ?? [];
    const profile = hasSingleLink(fields)
      ? await loadLinkedProfile(store, ref, fields)
      : await loadStoredProfile(store, ref);
    if (profile === undefined) throw profileNotFound(ref.noun);
    noteProfile(notes, ref, profile.doc);
    return { profile };
  };
}
