import { expect, it } from "vitest";

import { refusal, toPartner } from "../evidence/exchange.world.ts";
import { blemishes } from "./blemishes.ts";
import { messagePlace } from "./refusal-message.ts";

function rulesOf(userMessage: string, where: string) {
  const exchange = {
    ...toPartner({ status: 400, body: refusal(userMessage) }),
    facts: [{ kind: "internal-id", where, shape: "uuid" } as const],
  };
  const body = { kind: "none" } as const;
  const answered = { kind: "answered", status: 400, body, exchange } as const;
  return blemishes({ userMessage, debugErrorMessage: undefined }, answered).map(({ rule }) => rule);
}

it("tells once what the text shows and the record tells too", () => {
  const text = "Candidate 3f2b8c1e-1111-4222-8333-0123456789ab has no phone.";
  expect(rulesOf(text, messagePlace)).toStrictEqual(["message.shows-no-internal-id"]);
});

it("tells what only the record shows", () => {
  expect(rulesOf("No phone.", messagePlace)).toStrictEqual(["message.shows-no-internal-id"]);
});
