import { parseCustomer, type Credentials, type CustomerConfiguration } from "./configuration.ts";

/**
 * The customers in a file of `slipway validate --credentials-file`, each with the platform's credentials and a package of its own.
 * Throws an error that names what is wrong.
 */
export function sandboxCustomers(
  text: string,
  platform: Credentials,
): ReadonlyMap<string, CustomerConfiguration> {
  const { customers } = JSON.parse(text) as { readonly customers?: unknown };
  if (typeof customers !== "object" || customers === null) {
    throw new Error("customers: expected an object by customer id");
  }
  return new Map(
    Object.entries(customers).map(([id, customer]: [string, { readonly ats?: unknown }]) => {
      const packages = [{ packageId: `logic-${id}`, name: `Logic ${id}`, active: true }];
      return [id, parseCustomer({ ats: customer.ats, platform, packages })];
    }),
  );
}
