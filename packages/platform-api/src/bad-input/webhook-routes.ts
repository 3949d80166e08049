import type { BadInputRoute } from "./bad-input-case.ts";

const webhook = "/webhooks/{webhook}";

/** The routes of webhooks. The one that is removed over and over has been removed. */
export const webhookBadInput: readonly BadInputRoute[] = [
  { verb: "GET", path: "/webhooks", use: "read", status: 200 },
  {
    verb: "POST",
    path: "/webhooks",
    use: "write",
    good: { url: "https://hooks.example.test/slipway", eventTypes: ["run.finished"] },
    status: 201,
  },
  { verb: "GET", path: webhook, use: "read", status: 200 },
  { verb: "GET", path: `${webhook}/messages`, use: "read", status: 200 },
  {
    verb: "POST",
    path: `${webhook}/messages/{webhookMessage}/resend`,
    use: "act",
    status: 202,
  },
  { verb: "POST", path: `${webhook}/test`, use: "act", status: 202 },
  { verb: "POST", path: `${webhook}/secret`, use: "act", status: 200 },
  { verb: "POST", path: `${webhook}/enable`, use: "act", status: 200 },
  {
    verb: "POST",
    path: "/webhooks/{disabledWebhook}/disable",
    use: "write",
    good: { reason: "The host moves." },
    status: 200,
  },
  {
    verb: "POST",
    path: "/webhooks/{removedWebhook}/remove",
    use: "start",
    good: {},
    status: 404,
  },
];
