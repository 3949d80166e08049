export { buildSandboxApi } from "./build-sandbox-api.ts";
export { SandboxProblem, type SandboxProblemCode } from "./call/sandbox.problems.ts";
export { addCredential, type NewCredential } from "./credentials/add-credential.ts";
export { createIdBlocks, type IdBlocks, type IdSequence } from "./ids/id-blocks.ts";
export type { SandboxApiOptions, TenantSecrets } from "./sandbox-api-options.ts";
export { seedTenant } from "./seed/seed-tenant.ts";
