import type { Brand } from "@slipway/foundation";

/** Identifier of one recorded exchange: a UUID version 7, ordered by the time of recording. */
export type ExchangeId = Brand<string, "ExchangeId">;

/** Identifier of one validation run. */
export type RunId = Brand<string, "RunId">;

/** Identifier of a sandbox: the pair of tenants made for one integration. */
export type SandboxId = Brand<string, "SandboxId">;

/** Which of the two tenants of a sandbox pair: each has its own public base address, like a region of its own. */
export type Region = "a" | "b";

/** Both regions, in order. */
export const regions: readonly Region[] = ["a", "b"];
