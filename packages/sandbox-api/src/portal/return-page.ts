import { unreachable } from "@slipway/foundation";

import type { ReturnVisit } from "./application.ts";

/** A page of the portal as it is sent. */
export interface PortalPage {
  readonly status: number;
  readonly html: string;
}

/** What the candidate sees on coming back; `customer` is the employer's name. */
export function returnPage(visit: ReturnVisit, customer: string): PortalPage {
  switch (visit.kind) {
    case "submitted":
      return page(200, customer, {
        title: "Application submitted",
        text: `Thank you. Your application was submitted on ${timeText(visit.submittedAt)}. You can close this page.`,
      });
    case "used":
      return page(410, customer, {
        title: "This link was already used",
        text: `Your application was submitted on ${timeText(visit.submittedAt)}. There is nothing more to do.`,
      });
    case "session-over":
      return page(200, customer, {
        title: "New application",
        text: `Your session ended on ${timeText(visit.sessionEndedAt)}. This application is empty: the portal has not learnt that you completed anything.`,
        form: true,
      });
    case "unknown":
      return page(404, customer, {
        title: "Unknown link",
        text: "This address belongs to no application. Go back to the page from which you came.",
      });
    default:
      return unreachable(visit);
  }
}

interface PageText {
  readonly title: string;
  readonly text: string;
  /** Whether an empty application stands below. */
  readonly form?: true;
}

function page(status: number, customer: string, { title, text, form }: PageText): PortalPage {
  const empty = form === undefined ? "" : emptyApplication;
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:38rem;margin:3rem auto;padding:0 1rem}label{display:block;margin:.5rem 0}</style>
</head>
<body>
<p>${escaped(customer)}: careers</p>
<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
${empty}</body>
</html>
`;
  return { status, html };
}

/** It leads nowhere: a sandbox takes no applications by form. */
const emptyApplication = `<form>
<label>First name <input name="firstname"></label>
<label>Last name <input name="lastname"></label>
<label>E-mail <input name="email" type="email"></label>
</form>
`;

function timeText(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replaceAll(/["&'<>]/gu, (character) => entities[character] ?? character);
}
