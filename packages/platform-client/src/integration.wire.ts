/** An integration on record. */
export interface Integration {
  readonly id: string;
  readonly name: string;
  readonly framework: string;
  readonly connectorType: "prime" | "standard";
  readonly path: "programme-defined" | "customer-specific";
  /** Whose it is; whoever decides about it is of another. */
  readonly organisation: string;
  /** Mail address of whoever is told about it. */
  readonly contact?: string;
  /** Id of the customer on record; on the customer-specific path. */
  readonly forCustomer?: string;
  readonly createdAt: string;
  /** Only in lists. */
  readonly sandboxId?: string;
}
