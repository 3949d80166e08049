import { EndpointInvalidProblem, TokenAddressInvalidProblem } from "./connection.problems.ts";

/** The endpoint in its normal form, without a trailing slash. Throws `CONNECTION-ENDPOINT-INVALID`. */
export function parseEndpoint(text: string): string {
  const url = URL.parse(text.trim());
  if (url === null) throw new EndpointInvalidProblem(text, "it is no absolute address");
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new EndpointInvalidProblem(text, `its scheme is ${url.protocol}`);
  // The address itself is not repeated here: it holds a secret.
  if (url.username !== "" || url.password !== "")
    throw new EndpointInvalidProblem(
      `${url.protocol}//…@${url.host}`,
      "credentials do not belong in the address; enter them as credentials",
    );
  if (url.search !== "" || url.hash !== "")
    throw new EndpointInvalidProblem(text, "it has a query or a fragment");
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

/** A token address in its normal form; it may have a query. Throws `CONNECTION-TOKEN-ADDRESS-INVALID`. */
export function parseTokenAddress(text: string): string {
  const url = URL.parse(text.trim());
  if (url === null) throw new TokenAddressInvalidProblem("it is no absolute address");
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new TokenAddressInvalidProblem(`its scheme is ${url.protocol}`);
  if (url.username !== "" || url.password !== "")
    throw new TokenAddressInvalidProblem(
      "credentials do not belong in the address; enter them as client id and client secret",
    );
  if (url.hash !== "") throw new TokenAddressInvalidProblem("it has a fragment");
  return url.href;
}
