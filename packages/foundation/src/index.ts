export type { Brand } from "./brand.ts";
export { canonicalJson } from "./canonical-json.ts";
export { shiftedClock, systemClock, type Clock } from "./clock.ts";
export { findUnfitJson, type UnfitJson } from "./find-unfit-json.ts";
export { createIds, type Ids, type IdsOptions } from "./ids.ts";
export { isUuid } from "./is-uuid.ts";
export type { Json, JsonObject } from "./json.ts";
export { Problem, type ProblemOptions } from "./problem.ts";
export { unreachable } from "./unreachable.ts";
