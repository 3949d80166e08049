import type { Database } from "@slipway/database";

import { stepsOf, type Answered, type Steps } from "./call/steps-of.ts";
import type { CredentialStore } from "./credentials/credential-store.ts";
import type { RequestQuota } from "./quota/request-quota.ts";
import {
  checkCollection,
  checkWritableCollection,
} from "./resources/collection/check-collection.ts";
import { loadWorkflowOfPair } from "./resources/applicant-workflow/load-workflow-of-pair.ts";
import { respondStatusLog } from "./resources/applicant-workflow/respond-status-log.ts";
import { parseEntryChanges } from "./resources/collection/parse-entry-changes.ts";
import { parseEntryNumber } from "./resources/collection/parse-entry-number.ts";
import { respondEntryAdded } from "./resources/collection/respond-entry-added.ts";
import { respondEntryChanged } from "./resources/collection/respond-entry-changed.ts";
import { respondEntryRemoved } from "./resources/collection/respond-entry-removed.ts";
import { respondEntry } from "./resources/collection/respond-entry.ts";
import { respondCustomer } from "./resources/customer/respond-customer.ts";
import { respondCreated } from "./resources/profile/respond-created.ts";
import { respondDeleted } from "./resources/profile/respond-deleted.ts";
import { respondField } from "./resources/profile/respond-field.ts";
import { respondProfile } from "./resources/profile/respond-profile.ts";
import { respondUpdated } from "./resources/profile/respond-updated.ts";
import type { WritingParts } from "./resources/profile/writing-of.ts";
import { parseSearchBody } from "./resources/search/parse-search-body.ts";
import { parseSearchParameter } from "./resources/search/parse-search-parameter.ts";
import { respondSearch } from "./resources/search/respond-search.ts";
import { createSearchCache } from "./resources/search/search-cache.ts";
import { createStatementNames } from "./resources/search/statement-names.ts";
import { checkAudience } from "./resources/token/check-audience.ts";
import { loadClient } from "./resources/token/load-client.ts";
import { parseTokenRequest } from "./resources/token/parse-token-request.ts";
import { rejectTokenVerb } from "./resources/token/reject-token-verb.ts";
import { respondToken, type TokenParts } from "./resources/token/respond-token.ts";
import { createTokenThrottle } from "./resources/token/token-throttle.ts";
import { assignQuota } from "./steps/assign-quota.ts";
import { assignRequestedField } from "./steps/assign-requested-field.ts";
import { checkCallerAddress } from "./steps/check-caller-address.ts";
import { checkCustomer, type CustomerCheck } from "./steps/check-customer.ts";
import { checkSearchAllowed } from "./steps/check-search-allowed.ts";
import { checkSignedRequest } from "./steps/check-signed-request.ts";
import { checkVisible } from "./steps/check-visible.ts";
import { loadAddressCompanies, loadEntryCompanies } from "./steps/load-address-companies.ts";
import { loadProfile } from "./steps/load-profile.ts";
import { loadUser } from "./steps/load-user.ts";
import { parseCredentials } from "./steps/parse-credentials.ts";
import { parseFieldSelection } from "./steps/parse-field-selection.ts";
import { parseField } from "./steps/parse-field.ts";
import { parseJsonBody } from "./steps/parse-json-body.ts";
import { parseNoun } from "./steps/parse-noun.ts";
import { parseProfileChanges } from "./steps/parse-profile-changes.ts";
import { parseProfileRef } from "./steps/parse-profile-ref.ts";
import { parseWorkflowNoun } from "./steps/parse-workflow-noun.ts";
import { rejectDisturbed } from "./steps/reject-disturbed.ts";
import { rejectHttpVersion } from "./steps/reject-http-version.ts";
import { rejectLargeBody } from "./steps/reject-large-body.ts";
import { rejectOverQuota } from "./steps/reject-over-quota.ts";
import { rejectPath } from "./steps/reject-path.ts";
import { rejectSuspended } from "./steps/reject-suspended.ts";
import { rejectUnlessSwitched } from "./steps/reject-unless-switched.ts";
import { rejectVerb } from "./steps/reject-verb.ts";

/** One verb on one path, and the steps that a call of it goes through. */
export interface Endpoint {
  readonly verb: string;
  readonly path: string;
  readonly steps: Pick<Steps<Answered>, "run">;
  /** Set where a tenant switch says whether the verb exists; unless it says so, the verb is not offered. */
  readonly switched?: true;
}

/** Everything the steps are made with. */
export interface PipelineParts extends WritingParts, CustomerCheck, TokenParts {
  readonly database: Database;
  readonly credentials: CredentialStore;
  readonly quota: RequestQuota;
}

/** The steps of calls that fit no endpoint. */
export interface Strays {
  readonly path: Endpoint["steps"];
  readonly verb: (path: string, allowed: readonly string[]) => Endpoint["steps"];
}

/** What every call of a customer's data goes through first. */
function entranceOf(parts: PipelineParts) {
  return stepsOf()
    .step(rejectHttpVersion)
    .step(parseCredentials(parts))
    .step(loadUser(parts.credentials, parts))
    .step(checkCustomer(parts))
    .step(checkCallerAddress)
    .step(checkSignedRequest)
    .step(rejectSuspended)
    .step(assignQuota(parts.quota))
    .step(rejectOverQuota)
    .step(rejectDisturbed(parts.database))
    .step(rejectLargeBody);
}

/** Every endpoint with its steps in order, and what happens to calls that fit none. */
export function requestPipeline(parts: PipelineParts): {
  readonly endpoints: readonly Endpoint[];
  readonly strays: Strays;
} {
  const { database: db } = parts;
  const entrance = entranceOf(parts);
  const type = entrance.step(parseNoun);
  const profile = type.step(parseProfileRef);
  const addressCompanies = loadAddressCompanies(db);
  const create = type.step(parseJsonBody).step(addressCompanies).step(parseProfileChanges);
  const change = profile.step(parseJsonBody).step(addressCompanies).step(parseProfileChanges);
  const entryCompanies = loadEntryCompanies(db);
  const field = profile.step(parseField);
  const entry = field.step(checkCollection).step(parseEntryNumber);
  const writableEntry = field.step(checkWritableCollection).step(parseEntryNumber);

  const rejectPut = rejectUnlessSwitched("putOnProfile", "as-patch", ["GET", "PATCH"]);
  const rejectDelete = rejectUnlessSwitched("deleteProfile", "supported", ["GET", "PATCH"]);
  const search = type.step(checkSearchAllowed);
  const found = respondSearch({
    database: db,
    cache: createSearchCache(),
    names: createStatementNames(),
  });

  const token = stepsOf().step(rejectHttpVersion).step(rejectLargeBody).step(parseTokenRequest);
  const client = { ...parts, throttle: createTokenThrottle() };

  const tokenPath = "/oauth/token";
  const c = "/customers/:customer";
  // oxfmt-ignore
  const endpoints: readonly Endpoint[] = [
    { verb: "GET",    path: c,                                 steps: entrance.step(respondCustomer) },
    { verb: "POST",   path: `${c}/:noun`,                      steps: create.step(respondCreated(parts)) },
    { verb: "GET",    path: `${c}/:noun/:id`,                  steps: profile.step(parseFieldSelection).step(loadProfile(db)).step(checkVisible).step(respondProfile(db)) },
    { verb: "PATCH",  path: `${c}/:noun/:id`,                  steps: change.step(respondUpdated(parts)) },
    { verb: "PUT",    path: `${c}/:noun/:id`, switched: true,  steps: profile.step(rejectPut).step(parseJsonBody).step(addressCompanies).step(parseProfileChanges).step(respondUpdated(parts)) },
    { verb: "DELETE", path: `${c}/:noun/:id`, switched: true,  steps: profile.step(rejectDelete).step(loadProfile(db)).step(checkVisible).step(respondDeleted(parts)) },
    { verb: "GET",    path: `${c}/:noun/:id/fields/:field`,    steps: field.step(assignRequestedField).step(loadProfile(db)).step(checkVisible).step(respondField(db)) },
    { verb: "POST",   path: `${c}/:noun/:id/fields/:field`,    steps: field.step(checkWritableCollection).step(parseJsonBody).step(entryCompanies).step(parseEntryChanges).step(respondEntryAdded(parts)) },
    { verb: "GET",    path: `${c}/:noun/:id/fields/:field/:entry`, steps: entry.step(assignRequestedField).step(loadProfile(db)).step(checkVisible).step(respondEntry(db)) },
    { verb: "PATCH",  path: `${c}/:noun/:id/fields/:field/:entry`, steps: writableEntry.step(parseJsonBody).step(entryCompanies).step(parseEntryChanges).step(respondEntryChanged(parts)) },
    { verb: "DELETE", path: `${c}/:noun/:id/fields/:field/:entry`, steps: writableEntry.step(respondEntryRemoved(parts)) },
    { verb: "GET",    path: `${c}/applicantworkflows/person/:person/job/:job`, steps: entrance.step(parseWorkflowNoun).step(parseFieldSelection).step(loadWorkflowOfPair(db)).step(respondProfile(db)) },
    { verb: "GET",    path: `${c}/applicantworkflows/:id/submittalstatuslog`,  steps: entrance.step(parseWorkflowNoun).step(parseProfileRef).step(loadProfile(db)).step(checkVisible).step(respondStatusLog(db)) },
    { verb: "GET",    path: `${c}/search/:noun`,               steps: search.step(parseSearchParameter).step(found) },
    { verb: "POST",   path: `${c}/search/:noun`,               steps: search.step(parseSearchBody).step(found) },
    { verb: "POST",   path: tokenPath,                         steps: token.step(loadClient(client)).step(checkAudience).step(respondToken(parts)) },
  ];
  return {
    endpoints,
    strays: {
      path: entrance.step(rejectPath),
      verb: (path, allowed) =>
        path === tokenPath ? stepsOf().step(rejectTokenVerb) : entrance.step(rejectVerb(allowed)),
    },
  };
}
