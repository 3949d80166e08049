import type { BadInputRoute } from "./bad-input-case.ts";

const connection = {
  endpoint: "{endpoint}",
  authentication: { method: "basic", username: "platform", password: "open sesame" },
  enablement: {
    customerId: "{customer}",
    authenticationMethod: "basic",
    ipAddresses: [],
    packageIds: [],
    optionalFeatures: [],
  },
};

/** Every route, once; a test holds that none is missing. Sandbox and run are at rest, `{busySandbox}` has an active run. */
export const badInputRoutes: readonly BadInputRoute[] = [
  { verb: "GET", path: "/integrations", use: "read", status: 200 },
  {
    verb: "POST",
    path: "/integrations",
    use: "write",
    good: { name: "Acme Tests", framework: "prime-assessment", connectorType: "prime" },
    status: 200,
  },
  {
    verb: "POST",
    path: "/integrations/{integration}/sandbox",
    use: "start",
    good: { seed: 5 },
    status: 409,
  },
  { verb: "GET", path: "/sandboxes/{sandbox}", use: "read", status: 200 },
  {
    verb: "POST",
    path: "/sandboxes/{sandbox}/tenants/a/credentials",
    use: "act",
    status: 201,
  },
  {
    verb: "PUT",
    path: "/sandboxes/{sandbox}/partner-setup",
    use: "write",
    good: {
      connections: { a: connection, b: connection },
      declaration: {
        completesTestOrders: true,
        supportsCancel: true,
        manifest: [],
        wordings: { "person.email": ["electronic mail"] },
      },
    },
    status: 204,
  },
  { verb: "POST", path: "/sandboxes/{sandbox}/preflight", use: "act", status: 200 },
  { verb: "GET", path: "/sandboxes/{sandbox}/runs", use: "read", status: 200 },
  {
    verb: "POST",
    path: "/sandboxes/{busySandbox}/runs",
    use: "start",
    good: { packVersion: "2026.1" },
    status: 409,
  },
  { verb: "GET", path: "/runs/{run}", use: "read", status: 200 },
  { verb: "POST", path: "/runs/{run}/cancel", use: "act", status: 204 },
  { verb: "GET", path: "/runs/{run}/gradings", use: "read", status: 200 },
  {
    verb: "POST",
    path: "/runs/{run}/gradings",
    use: "write",
    good: { packVersion: "2026.2-draft" },
    status: 201,
  },
  { verb: "GET", path: "/runs/{run}/report", use: "read", status: 200 },
  { verb: "GET", path: "/tenants/{customer}/exchanges", use: "read", status: 200 },
  { verb: "GET", path: "/tenants/{customer}/exchanges/{exchange}", use: "read", status: 200 },
  {
    verb: "POST",
    path: "/tenants/{customer}/workflows/{workflow}/move",
    use: "write",
    good: { status: "{status}" },
    status: 202,
  },
  {
    verb: "POST",
    path: "/tenants/{customer}/orders",
    use: "write",
    good: { workflowId: "{#workflow}", packageId: "{package}" },
    status: 202,
  },
  { verb: "GET", path: "/tenants/{customer}/orders/{order}", use: "read", status: 200 },
  { verb: "POST", path: "/tenants/{customer}/orders/{order}/cancel", use: "act", status: 202 },
  { verb: "GET", path: "/tenants/{customer}/deliveries/{delivery}", use: "read", status: 200 },
  { verb: "GET", path: "/clock", use: "read", status: 200 },
  {
    verb: "POST",
    path: "/clock/moves",
    use: "write",
    good: { kind: "advance", byMs: 1000 },
    status: 200,
  },
  { verb: "GET", path: "/tenants/{customer}/clock", use: "read", status: 200 },
  {
    verb: "POST",
    path: "/tenants/{customer}/clock/moves",
    use: "write",
    good: { kind: "advance", byMs: 1000 },
    status: 200,
  },
];
