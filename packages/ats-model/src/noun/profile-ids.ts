import type { Brand } from "@slipway/foundation";

/** The tenant's id; numeric in practice, opaque text for us (DOC and CLI). */
export type CustomerId = Brand<string, "CustomerId">;

export type PersonId = Brand<number, "PersonId">;
export type JobId = Brand<number, "JobId">;
export type CompanyId = Brand<number, "CompanyId">;
export type WorkflowId = Brand<number, "WorkflowId">;

/** A system id: a positive integer, unique per tenant and profile type, assigned by the server (PAY). */
export type ProfileId = PersonId | JobId | CompanyId | WorkflowId;
