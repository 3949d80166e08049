export type { AccessTokens } from "./access/check-token.ts";
export { badInput, type BadInput } from "./bad-input.ts";
export { buildPlatformApi, type PlatformApiOptions } from "./platform-api.ts";
