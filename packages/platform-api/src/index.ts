export { policy, type PolicyRow, type Whose } from "./access/policy.ts";
export { badInput, type BadInput } from "./bad-input.ts";
export { buildPlatformApi, type PlatformApiOptions } from "./platform-api.ts";
