import type { BadInputRoute } from "./bad-input-case.ts";

const reviewer = { name: "Grace", role: "reviewer", organisation: "programme" };
const partner = { name: "Ada", role: "partner-admin", organisation: "unnamed" };
const thread = "/threads/{thread}";

/** The routes of questions and answers. */
export const threadBadInput: readonly BadInputRoute[] = [
  { verb: "GET", path: "/threads", use: "read", status: 200 },
  {
    verb: "POST",
    path: "/integrations/{integration}/threads",
    use: "write",
    good: {
      item: { kind: "exchange", customerId: "{customer}", exchangeId: "{exchange}" },
      text: "Why was it refused?",
      actor: partner,
    },
    status: 201,
  },
  { verb: "GET", path: thread, use: "read", status: 200 },
  {
    verb: "POST",
    path: `${thread}/messages`,
    use: "write",
    good: { text: "The date was missing.", actor: reviewer },
    status: 201,
  },
  {
    verb: "PUT",
    path: `${thread}/owner`,
    use: "write",
    good: { accountId: "{account}", actor: reviewer },
    emptyCode: "ACTOR-MISSING",
    status: 200,
  },
  {
    verb: "POST",
    path: `${thread}/resolution`,
    use: "write",
    good: { reason: "It works now.", actor: partner },
    status: 200,
  },
];
