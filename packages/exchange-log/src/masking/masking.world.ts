import type { RawExchange } from "@slipway/exchange";

import { fieldMasks, ids, rawExchange } from "../exchange-log.world.ts";
import { prepareExchange } from "../prepare-exchange.ts";
import { createKeyKinds } from "./key-kinds.ts";

export const rules = { keyKinds: createKeyKinds(fieldMasks), limitBytes: 262_144 };

export const prepare = (raw: RawExchange) => prepareExchange(raw, rules, ids);

/** Marks without digest and length: `⟦token⟧`. */
export const plainMarks = (stored: string | null | undefined) =>
  stored?.replaceAll(/⟦([a-z-]+):[0-9a-f]{16}:\d+⟧/g, "⟦$1⟧");

export const storedAnswer = (
  body: RawExchange["answer"]["body"],
  parts: Partial<RawExchange> = {},
) =>
  plainMarks(
    prepare(
      rawExchange({
        ...parts,
        answer: {
          kind: "answered",
          status: 200,
          headers: [["Content-Type", "application/json"]],
          body,
        },
      }),
    ).bodyRow?.answer,
  );

export const storedRequest = (
  body: RawExchange["request"]["body"],
  headers: RawExchange["request"]["headers"] = [],
) => plainMarks(prepare(rawExchange({ request: { body, headers } })).bodyRow?.request);

export const storedQuery = (query: string) =>
  plainMarks(prepare(rawExchange({ request: { query } })).row.detail.query);

export const storedHeader = (name: string, value: string) =>
  plainMarks(
    prepare(rawExchange({ request: { headers: [[name, value]] } })).row.detail
      .requestHeaders[0]?.[1],
  );

export const factsOf = (raw: RawExchange) => prepare(raw).row.detail.facts;
