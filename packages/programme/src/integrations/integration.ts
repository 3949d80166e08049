import type { Brand } from "@slipway/foundation";

import type { Path } from "../lifecycle/transition.ts";

export type IntegrationId = Brand<string, "IntegrationId">;

/** An integration on record, by the name under which it was registered. */
export interface Integration {
  readonly id: IntegrationId;
  readonly name: string;
  readonly framework: string;
  readonly connectorType: ConnectorType;
  readonly path: Path;
  /** Whose it is; whoever decides about it is of another. */
  readonly organisation: string;
  /** Mail address of whoever is told about it. */
  readonly contact: string | undefined;
  /** On the customer-specific path: the customer, on record before work began (REQ-38). */
  readonly forCustomer: string | undefined;
  readonly createdAt: Date;
}

/** What kind of connector of its framework it is. */
export type ConnectorType = "prime" | "standard";
