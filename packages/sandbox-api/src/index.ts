export { badInput, type BadInput } from "./bad-input.ts";
export { buildSandboxApi } from "./build-sandbox-api.ts";
export { readCallerRange, type CallerRangeReading } from "./call/caller-address.ts";
export { SandboxProblem, type SandboxProblemCode } from "./call/sandbox.problems.ts";
export { addCredential, type NewCredential } from "./credentials/add-credential.ts";
export { createIdBlocks, type IdBlocks, type IdSequence } from "./ids/id-blocks.ts";
export {
  isTokenOf,
  keepApplication,
  submittedAtOf,
  visitReturn,
} from "./portal/application.store.ts";
export { sessionMs, type NewApplication, type ReturnVisit } from "./portal/application.ts";
export { parseReturnUrl, returnUrlOf } from "./portal/return-address.ts";
export { createProfile, type NewProfile } from "./resources/profile/create-profile.ts";
export type { ProfileWriting } from "./resources/profile/profile-writing.ts";
export {
  loadStoredProfile,
  loadWorkflowOf,
  storeIn,
  storeOf,
  type ProfileStore,
  type StoredProfile,
} from "./resources/profile/profile.store.ts";
export {
  updateProfile,
  type ProfileUpdate,
  type UpdateOutcome,
} from "./resources/profile/update-profile.ts";
export { vendorAudience } from "./resources/token/check-audience.ts";
export { declareIndexedFields } from "./resources/search/declare-indexed-fields.ts";
export type { SandboxApiOptions, TenantSecrets } from "./sandbox-api-options.ts";
export { insertProfiles } from "./seed/insert-profiles.ts";
export { seedTenant } from "./seed/seed-tenant.ts";
