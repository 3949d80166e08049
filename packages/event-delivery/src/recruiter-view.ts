import { resolveTokens, type Labelled } from "@slipway/ats-model";
import type { NoAnswerReason } from "@slipway/exchange";
import { unreachable } from "@slipway/foundation";

import { hideMarks } from "./hide-marks.ts";
import { readUserMessage } from "./read-user-message.ts";

/** What the recruiter sees after an action. `text` is plain text: whoever shows it escapes it, markup in it is not ours. */
export type RecruiterView =
  | { readonly tone: "success" | "error"; readonly text: string }
  | { readonly tone: "link"; readonly text: string; readonly link: string };

/** The part of an answer that decides what the recruiter sees. */
export type ViewedAnswer =
  | {
      readonly kind: "answered";
      readonly status: number;
      /** Masked. */
      readonly location: string | undefined;
      /** The masked text, as far as it is kept; undefined when there was none or it was no text. */
      readonly body: string | undefined;
    }
  | { readonly kind: "no-answer"; readonly reason: NoAnswerReason }
  | { readonly kind: "not-sent" }
  | { readonly kind: "no-token" };

export interface ViewContext {
  /** Undefined: a tenant that is gone has no labels, and tokens stay as they were sent. */
  readonly tenant: Labelled | undefined;
  /** The address that was called: a relative `Location` counts from here. */
  readonly calledUrl: string;
}

/**
 * What the recruiter sees for an answer (the vendor's error standard, DOC; the wording where it names none is ours). A 400,
 * 500 or 503 shows `error.userMessage` with `{{profileType.fieldId}}` replaced by the tenant's own label; a token that names
 * no field stays visible as it was sent.
 */
export function recruiterView(answer: ViewedAnswer, context: ViewContext): RecruiterView {
  switch (answer.kind) {
    case "answered":
      return viewOfStatus(answer, context);
    case "no-answer":
      return { tone: "error", text: noAnswerText[answer.reason] };
    case "not-sent":
      return { tone: "error", text: notSentText };
    case "no-token":
      return { tone: "error", text: noTokenText };
    default:
      return unreachable(answer);
  }
}

type Answered = Extract<ViewedAnswer, { kind: "answered" }>;

function viewOfStatus(answer: Answered, context: ViewContext): RecruiterView {
  if (answer.status === 202) return { tone: "success", text: acceptedText };
  if (answer.status >= 200 && answer.status < 300) return { tone: "success", text: processedText };
  if (answer.status === 303) return viewOfLink(answer.location, context.calledUrl);
  const told = readUserMessage(answer.body);
  if (told === undefined) return { tone: "error", text: textOfStatus(answer.status) };
  const { tenant } = context;
  return { tone: "error", text: tenant === undefined ? told : resolveTokens(told, tenant).text };
}

function viewOfLink(location: string | undefined, calledUrl: string): RecruiterView {
  // What the log masks must not stand here either: such a link shows where it leads, and does not open.
  const shown = location === undefined ? undefined : hideMarks(location, () => "hidden");
  const link = shown === undefined ? null : URL.parse(shown, calledUrl);
  // A link of another scheme (javascript:, data:) would run in the recruiter's page.
  if (link === null || !["http:", "https:"].includes(link.protocol))
    return { tone: "error", text: noLinkText };
  return { tone: "link", text: linkText, link: link.href };
}

function textOfStatus(status: number): string {
  if (status === 400) return refusedText;
  if (status === 401 || status === 403) return credentialsText;
  if (status === 503) return unavailableText;
  if (status >= 500 && status < 600) return systemErrorText;
  return `The integration gave an answer that cannot be shown (status ${status}). Report this to its support.`;
}

const processedText = "Done. The integration processed the request.";
const acceptedText = "Accepted. The integration is working on the request.";
const linkText = "The integration asks you to continue on its page.";
const noLinkText =
  "The integration wants you to continue on a page, but named no address that can be opened. Report this to its support.";
const refusedText =
  "The integration refused the request and gave no reason that can be shown. Report this to its support.";
const credentialsText =
  "The integration refused the credentials of this account. Ask your administrator to check them.";
const systemErrorText =
  "The integration reported a system error. If it happens again, report it to its support.";
const unavailableText = "The integration is temporarily not available. Try again later.";
const notSentText =
  "Nothing was sent: the credentials for the integration cannot be read. Ask your administrator to enter them again.";
const noTokenText =
  "Nothing was sent: the integration gave no access token. Ask your administrator to check its credentials.";

const noAnswerText: Readonly<Record<NoAnswerReason, string>> = {
  "timed-out": "No answer: the integration did not answer in time.",
  "connection-refused": "No answer: the integration refused the connection.",
  "connection-reset": "No answer: the integration closed the connection without answering.",
  "name-not-resolved": "No answer: the address of the integration was not found.",
  "tls-failed": "No answer: a secure connection to the integration could not be made.",
  "address-forbidden": "No answer: the address of the integration is not allowed.",
  "malformed-answer": "No answer: what the integration sent could not be read.",
  "outcome-unknown":
    "No answer: it is not known whether the integration received the request. Look there before you repeat the action.",
};
