import { WebhookAddressInvalidProblem } from "./webhook.problems.ts";

/** The address in its normal form; throws `WEBHOOK-ADDRESS-INVALID`. Where it leads is judged when it is called. */
export function parseWebhookAddress(text: string): string {
  const url = URL.parse(text.trim());
  if (url === null) throw new WebhookAddressInvalidProblem("it is no absolute address");
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new WebhookAddressInvalidProblem(`its scheme is ${url.protocol}`);
  if (url.username !== "" || url.password !== "")
    throw new WebhookAddressInvalidProblem(
      "credentials do not belong in the address; the signature is the proof",
    );
  if (url.hash !== "") throw new WebhookAddressInvalidProblem("it has a fragment");
  return url.href;
}
