export type { AccessTokens } from "./access/check-token.ts";
export { buildPlatformApi, type PlatformApiOptions } from "./platform-api.ts";
