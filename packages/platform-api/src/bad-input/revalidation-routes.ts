import type { BadInputRoute } from "./bad-input-case.ts";

const reviewer = { name: "Grace", role: "reviewer", organisation: "programme" };
const owner = { name: "Edith", role: "programme-owner", organisation: "programme" };
const customer = { name: "Bill", role: "customer-admin", organisation: "Initech" };
const partner = { name: "Ada", role: "partner-admin", organisation: "unnamed" };
const reason = "The log shows it.";

/** The routes of reports, releases and revalidations. What is decided, published or ended in them is so already. */
export const revalidationBadInput: readonly BadInputRoute[] = [
  { verb: "GET", path: "/adherence-reports", use: "read", status: 200 },
  {
    verb: "POST",
    path: "/integrations/{integration}/adherence-reports",
    use: "write",
    good: {
      observation: "A duplicate order was taken.",
      exchange: { customerId: "{customer}", exchangeId: "{exchange}" },
      actor: customer,
    },
    status: 201,
  },
  {
    verb: "POST",
    path: "/adherence-reports/{decidedReport}/decision",
    use: "write",
    good: { decision: "upheld", reason, actor: reviewer },
    status: 409,
  },
  { verb: "GET", path: "/releases", use: "read", status: 200 },
  {
    verb: "POST",
    path: "/releases",
    use: "write",
    good: {
      title: "Package lists",
      whatItIs: "Packages come in lists.",
      notes: "Lists have names.",
      isMandatory: true,
      framework: "prime-assessment",
      connectorTypes: ["prime"],
      actor: owner,
    },
    status: 201,
  },
  { verb: "GET", path: "/releases/{publishedRelease}", use: "read", status: 200 },
  { verb: "GET", path: "/releases/{publishedRelease}/affected", use: "read", status: 200 },
  {
    verb: "POST",
    path: "/releases/{publishedRelease}/publish",
    use: "write",
    good: { actor: owner },
    emptyCode: "ACTOR-MISSING",
    status: 409,
  },
  { verb: "GET", path: "/revalidations", use: "read", status: 200 },
  {
    verb: "POST",
    path: "/integrations/{integration}/revalidations",
    use: "write",
    good: { subject: "a call with a customer", reason, actor: reviewer },
    status: 409,
  },
  {
    verb: "POST",
    path: "/integrations/{integration}/declared-changes",
    use: "write",
    good: { change: "Results as PDF.", actor: partner },
    status: 409,
  },
  {
    verb: "POST",
    path: "/revalidations/{endedRevalidation}/withdraw",
    use: "write",
    good: { reason, actor: reviewer },
    status: 409,
  },
  {
    verb: "PUT",
    path: "/integrations/{integration}/contact",
    use: "write",
    good: { contact: "ada@example.test", actor: partner },
    status: 200,
  },
];
