import { profileUrl, type ProfileNoun, type SearchQuery } from "@slipway/ats-model";
import type { Database } from "@slipway/database";
import type { Json } from "@slipway/foundation";

import { jsonAnswer } from "../../call/answer.ts";
import type { SessionCall } from "../../call/call.ts";
import { finishAnswer } from "../../call/finish-answer.ts";
import { queryParameter } from "../../call/query-parameter.ts";
import type { Answered, Step } from "../../call/steps-of.ts";
import { storeOf } from "../profile/profile.store.ts";
import type { SearchCache, SearchKey } from "./search-cache.ts";
import { findProfileIds } from "./find-profile-ids.ts";
import type { StatementNames } from "./statement-names.ts";

interface Needs extends Pick<SessionCall, "session"> {
  readonly noun: ProfileNoun;
  readonly query: SearchQuery;
  readonly json: Json;
}

/** What all searches of a process have in common. */
export interface SearchParts {
  readonly database: Pick<Database, "tenants">;
  readonly cache: SearchCache;
  readonly names: StatementNames;
}

/** 200 with the addresses and ids found, ascending, at most 1,000, and nothing else (DOC). */
export function respondSearch({ database, cache, names }: SearchParts): Step<Needs, Answered> {
  const idsOf = async (call: SessionCall & Needs): Promise<readonly number[]> => {
    const { session, noun, query, json } = call;
    const { tenant, clock, user } = session;
    const hiddenFolders = tenant.settings.hiddenFolders?.[noun] ?? [];
    const find = async (): Promise<readonly number[]> =>
      findProfileIds(store, noun, { ...query, tenant, hiddenFolders, names });
    const store = storeOf(database, tenant.customerId);
    if (tenant.settings.switches.searchFreshness === "live") return find();
    const { loginGroup } = user;
    const key: SearchKey = { customerId: tenant.customerId, loginGroup, noun, json };
    const known = cache.find(key, clock.now(), stalenessOf(call));
    if (known !== undefined) return known;
    const ids = await find();
    cache.keep(key, clock.now(), ids);
    return ids;
  };

  return async (call) => {
    const { session, noun } = call;
    const ids = await idsOf(call);
    const searchResults = ids.map((id) => ({ self: profileUrl(session.tenant, noun, id), id }));
    return { answer: finishAnswer(call, jsonAnswer(200, { searchResults })) };
  };
}

/** How old a result may be, in minutes; what cannot be read is the default (INF). */
function stalenessOf({ arrival }: SessionCall): number {
  const text = queryParameter(arrival.query, "staleness") ?? "";
  return /^\d{1,6}$/.test(text) ? Number(text) : defaultStaleness;
}

const defaultStaleness = 15;
