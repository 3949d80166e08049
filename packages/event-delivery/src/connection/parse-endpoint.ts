import { EndpointInvalidProblem } from "./connection.problems.ts";

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
