/** The connection was refused by us before it was made. */
export class ForbiddenAddressError extends Error {
  readonly code = "SLIPWAY_ADDRESS_FORBIDDEN";
  constructor(host: string, addresses: readonly string[]) {
    const named = addresses.filter((address) => address !== host);
    const resolved = named.length === 0 ? "" : ` (${named.join(", ")})`;
    super(
      `Expected an address of the public internet, found ${host}${resolved}. For local work the operator can allow private addresses.`,
    );
    this.name = "ForbiddenAddressError";
  }
}
