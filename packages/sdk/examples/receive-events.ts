// Receives the events of the ATS, and takes a candidate to a page and back.
import { createServer } from "node:http";

import {
  acceptAny,
  acceptBasic,
  acceptHmac,
  createEventReceiver,
  createMemoryAnswerStore,
  fieldToken,
  redirectAnswer,
  Refusal,
  toNodeListener,
} from "@slipway/sdk";

const { EVENT_USER, EVENT_PASSWORD, EVENT_KEY, PORT = "9100" } = process.env;

const receive = createEventReceiver({
  accept: acceptAny(
    acceptBasic((user) => (user === EVENT_USER ? EVENT_PASSWORD : undefined)),
    acceptHmac({ keyOf: (user) => (user === EVENT_USER ? EVENT_KEY : undefined) }),
  ),
  on: {
    WorkFlowStatusChangeEvent: async ({ personId, newStatus }) => {
      process.stdout.write(`person ${personId} is now in ${newStatus}\n`);
    },
    ApplicationCompletedEvent: async ({ userId, returnUrl }) => {
      if (userId === "") {
        // The recruiter reads the customer's own label in place of the token.
        const message = `Please fill in ${fieldToken("person", "email")} and try again.`;
        throw Refusal.userError(message, "Expected a userId, found none.");
      }
      const back = encodeURIComponent(returnUrl);
      return redirectAnswer(`https://assess.example.test/start?back=${back}`);
    },
  },
  // The same event twice is handled once. Write a store over your database if you run several processes.
  store: createMemoryAnswerStore({ keepMs: 600_000 }),
  onFault: (fault) => process.stderr.write(`${String(fault)}\n`),
});

// `receive` is a function from Request to Response: give it to Hono, Next or Deno as it is.
createServer(toNodeListener(receive)).listen(Number(PORT), "127.0.0.1");
