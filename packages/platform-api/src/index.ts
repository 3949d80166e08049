export { policy, type PolicyRow, type Whose } from "./access/policy.ts";
export { badInput, type BadInput } from "./bad-input.ts";
export { buildPlatformApi, type PlatformApiOptions } from "./platform-api.ts";
export type { OpenApiDocument } from "./openapi/open-api-document.ts";
export { platformApiDocument } from "./openapi/platform-api-document.ts";
