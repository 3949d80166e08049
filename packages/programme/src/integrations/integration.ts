import type { Brand } from "@slipway/foundation";

export type IntegrationId = Brand<string, "IntegrationId">;

/** An integration on record, by the name under which it was registered. */
export interface Integration {
  readonly id: IntegrationId;
  readonly name: string;
  readonly framework: string;
  readonly connectorType: ConnectorType;
  readonly createdAt: Date;
}

/** What kind of connector of its framework it is. */
export type ConnectorType = "prime" | "standard";
