import type { SessionCall } from "../../call/call.ts";
import type { TokenRequest } from "./parse-token-request.ts";
import { wrongAudience } from "./token.problems.ts";

/** The API for which tokens are asked, in every region (CLI). */
export const vendorAudience = "https://api.icims.com/v1/";

/** A token is for the API; where the tenant's switch says so, the tenant's own address names it as well. */
export function checkAudience({
  asked,
  session,
}: SessionCall & { readonly asked: TokenRequest }): void {
  const { publicBase, settings } = session.tenant;
  const own = [`${publicBase}/`, `${publicBase}/v1/`];
  const accepted =
    settings.switches.tokenAudience === "vendor-or-own"
      ? [vendorAudience, ...own]
      : [vendorAudience];
  if (!accepted.includes(asked.audience)) throw wrongAudience(accepted.join(" or "));
}
