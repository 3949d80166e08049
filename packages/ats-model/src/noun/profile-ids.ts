import type { Brand } from "@slipway/foundation";

/** The tenant's id; numeric in practice, opaque text for us (DOC and CLI). */
export type CustomerId = Brand<string, "CustomerId">;

/** A system id: a positive integer, unique per tenant and profile type, assigned by the server (PAY). */
export type ProfileId = Brand<number, "ProfileId">;

export type PersonId = ProfileId & Brand<number, "PersonId">;
export type JobId = ProfileId & Brand<number, "JobId">;
export type CompanyId = ProfileId & Brand<number, "CompanyId">;
export type WorkflowId = ProfileId & Brand<number, "WorkflowId">;
