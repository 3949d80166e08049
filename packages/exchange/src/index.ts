export type {
  Actor,
  Exchange,
  Header,
  NoAnswerReason,
  OutboundKind,
  RecordedAnswer,
  RecordedBody,
  RecordedRequest,
  References,
} from "./exchange.ts";
export type { CutReason, Fact } from "./fact.ts";
export type { FieldAccess, FieldUse } from "./field-access.ts";
export {
  regions,
  type ExchangeId,
  type Region,
  type RunId,
  type SandboxId,
} from "./identifiers.ts";
export { findMasks, formatMask, type Mask, type MaskKind } from "./mask.ts";
export type { EventPlanner, PlannedEvent, WorkflowStatusChange } from "./planned-event.ts";
export type { ExchangeRecorder, PreparedExchange, RawBody, RawExchange } from "./recorder.ts";
