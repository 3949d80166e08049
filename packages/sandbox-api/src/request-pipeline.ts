import type { Database } from "@slipway/database";

import { stepsOf, type Answered, type Steps } from "./call/steps-of.ts";
import type { CredentialStore } from "./credentials/credential-store.ts";
import type { RequestQuota } from "./quota/request-quota.ts";
import { respondCreated } from "./resources/profile/respond-created.ts";
import { respondProfile } from "./resources/profile/respond-profile.ts";
import { respondUpdated } from "./resources/profile/respond-updated.ts";
import type { WritingParts } from "./resources/profile/writing-of.ts";
import { assignQuota } from "./steps/assign-quota.ts";
import { checkCustomer, type CustomerCheck } from "./steps/check-customer.ts";
import { loadProfile } from "./steps/load-profile.ts";
import { loadUser } from "./steps/load-user.ts";
import { parseCredentials } from "./steps/parse-credentials.ts";
import { parseFieldSelection } from "./steps/parse-field-selection.ts";
import { parseJsonBody } from "./steps/parse-json-body.ts";
import { parseNoun } from "./steps/parse-noun.ts";
import { parseProfileChanges } from "./steps/parse-profile-changes.ts";
import { parseProfileRef } from "./steps/parse-profile-ref.ts";
import { rejectHttpVersion } from "./steps/reject-http-version.ts";
import { rejectLargeBody } from "./steps/reject-large-body.ts";
import { rejectOverQuota } from "./steps/reject-over-quota.ts";
import { rejectPath } from "./steps/reject-path.ts";
import { rejectVerb } from "./steps/reject-verb.ts";

/** One verb on one path, and the steps that a call of it goes through. */
export interface Endpoint {
  readonly verb: string;
  readonly path: string;
  readonly steps: Pick<Steps<Answered>, "run">;
}

/** Everything the steps are made with. */
export interface PipelineParts extends WritingParts, CustomerCheck {
  readonly database: Database;
  readonly credentials: CredentialStore;
  readonly quota: RequestQuota;
}

/** The steps of calls that fit no endpoint. */
export interface Strays {
  readonly path: Endpoint["steps"];
  readonly verb: (allowed: readonly string[]) => Endpoint["steps"];
}

/** Every endpoint with its steps in order, and what happens to calls that fit none. */
export function requestPipeline(parts: PipelineParts): {
  readonly endpoints: readonly Endpoint[];
  readonly strays: Strays;
} {
  const { database: db } = parts;
  const entrance = stepsOf()
    .step(rejectHttpVersion)
    .step(parseCredentials)
    .step(loadUser(parts.credentials))
    .step(checkCustomer(parts))
    .step(assignQuota(parts.quota))
    .step(rejectOverQuota)
    .step(rejectLargeBody);
  const type = entrance.step(parseNoun);
  const profile = type.step(parseProfileRef);

  const c = "/customers/:customer";
  // oxfmt-ignore
  const endpoints: readonly Endpoint[] = [
    { verb: "POST",  path: `${c}/:noun`,     steps: type.step(parseJsonBody).step(parseProfileChanges).step(respondCreated(parts)) },
    { verb: "GET",   path: `${c}/:noun/:id`, steps: profile.step(parseFieldSelection).step(loadProfile(db)).step(respondProfile(db)) },
    { verb: "PATCH", path: `${c}/:noun/:id`, steps: profile.step(parseJsonBody).step(parseProfileChanges).step(respondUpdated(parts)) },
  ];
  return {
    endpoints,
    strays: {
      path: entrance.step(rejectPath),
      verb: (allowed) => entrance.step(rejectVerb(allowed)),
    },
  };
}
