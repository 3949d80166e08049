import { pairSettings, type Labelled } from "@slipway/ats-model";
import { describe, expect, it } from "vitest";

import { recruiterView, type RecruiterView, type ViewedAnswer } from "./recruiter-view.ts";

const { a, b } = pairSettings(7);
const tenantA: Labelled = { settings: { ...a, labels: { "person.email": "E-mail" } } };
const tenantB: Labelled = { settings: { ...b, labels: { "person.email": "Elektronische Post" } } };
const calledUrl = "https://partner.example.test/prime/orders";

function answered(status: number, body?: string, location?: string): ViewedAnswer {
  return {
    kind: "answered",
    status,
    location,
    body,
  };
}

function told(userMessage: unknown): string {
  return JSON.stringify({ error: { userMessage, debugErrorMessage: "order 17 failed in step 3" } });
}

const refused =
  "The integration refused the request and gave no reason that can be shown. Report this to its support.";
const systemError =
  "The integration reported a system error. If it happens again, report it to its support.";
const html = "<html><body><h1>400</h1><script>alert(1)</script></body></html>";

interface Case {
  readonly when: string;
  readonly answer: ViewedAnswer;
  readonly shown: RecruiterView;
  /** Where tenant B sees something else. */
  readonly shownToB?: RecruiterView;
}

const cases: readonly Case[] = [
  {
    when: "200",
    answer: answered(200),
    shown: { tone: "success", text: "Done. The integration processed the request." },
  },
  {
    when: "202",
    answer: answered(202, '{"partnerOrderId":"p-1"}'),
    shown: { tone: "success", text: "Accepted. The integration is working on the request." },
  },
  {
    when: "204",
    answer: answered(204),
    shown: { tone: "success", text: "Done. The integration processed the request." },
  },
  {
    when: "200 with broken JSON",
    answer: answered(200, '{"partnerOrderId":'),
    shown: { tone: "success", text: "Done. The integration processed the request." },
  },
  {
    when: "303 with an address",
    answer: answered(303, undefined, "https://partner.example.test/confirm?order=1"),
    shown: {
      tone: "link",
      text: "The integration asks you to continue on its page.",
      link: "https://partner.example.test/confirm?order=1",
    },
  },
  {
    when: "303 with a relative address",
    answer: answered(303, undefined, "../confirm"),
    shown: {
      tone: "link",
      text: "The integration asks you to continue on its page.",
      link: "https://partner.example.test/confirm",
    },
  },
  ...[undefined, "javascript:alert(1)", "data:text/html,x", "http://"].map((location) => ({
    when: `303 with ${location ?? "no address"}`,
    answer: answered(303, undefined, location),
    shown: {
      tone: "error" as const,
      text: "The integration wants you to continue on a page, but named no address that can be opened. Report this to its support.",
    },
  })),
  {
    when: "302",
    answer: answered(302, undefined, "https://partner.example.test/login"),
    shown: {
      tone: "error",
      text: "The integration gave an answer that cannot be shown (status 302). Report this to its support.",
    },
  },
  {
    when: "400 with a message",
    answer: answered(400, told("This assessment was already ordered for this candidate.")),
    shown: { tone: "error", text: "This assessment was already ordered for this candidate." },
  },
  {
    when: "400 naming a field by token",
    answer: answered(400, told("Please fill in {{person.email}} and try again.")),
    shown: { tone: "error", text: "Please fill in E-mail and try again." },
    shownToB: { tone: "error", text: "Please fill in Elektronische Post and try again." },
  },
  {
    when: "400 with a token that names no field",
    answer: answered(400, told("Please fill in {{person.shoesize}} and {{ person.email }}.")),
    shown: { tone: "error", text: "Please fill in {{person.shoesize}} and E-mail." },
    shownToB: { tone: "error", text: "Please fill in {{person.shoesize}} and Elektronische Post." },
  },
  { when: "400 without a body", answer: answered(400), shown: { tone: "error", text: refused } },
  {
    when: "400 without userMessage",
    answer: answered(400, '{"error":{"debugErrorMessage":"NullPointerException at line 3"}}'),
    shown: { tone: "error", text: refused },
  },
  {
    when: "400 with a blank message",
    answer: answered(400, told("  \n ")),
    shown: { tone: "error", text: refused },
  },
  {
    when: "400 with a message that is no text",
    answer: answered(400, told({ text: "no" })),
    shown: { tone: "error", text: refused },
  },
  {
    when: "400 with broken JSON",
    answer: answered(400, '{"error":{"userMessage":"half'),
    shown: { tone: "error", text: refused },
  },
  {
    when: "400 with JSON of another shape",
    answer: answered(400, '["error"]'),
    shown: { tone: "error", text: refused },
  },
  { when: "400 with HTML", answer: answered(400, html), shown: { tone: "error", text: refused } },
  {
    when: "400 whose message is markup",
    answer: answered(400, told("<b onclick=x>Bold</b> & more")),
    shown: { tone: "error", text: "<b onclick=x>Bold</b> & more" },
  },
  {
    when: "400 whose message hides what it says",
    answer: answered(400, told("a\u0000b\r\nc\u202Ed\uD800")),
    shown: { tone: "error", text: "a b cd\uFFFD" },
  },
  {
    when: "400 whose message repeats what the log masks",
    answer: answered(
      400,
      told("Wrong: ⟦credential:54638277cc0ca22d:15⟧, twice ⟦token:54638277cc0ca22d:9⟧"),
    ),
    shown: { tone: "error", text: "Wrong: [credential hidden], twice [token hidden]" },
  },
  {
    when: "303 with an address that holds what the log masks",
    answer: answered(
      303,
      undefined,
      "https://partner.example.test/c?token=⟦token:54638277cc0ca22d:9⟧&x=1",
    ),
    shown: {
      tone: "link",
      text: "The integration asks you to continue on its page.",
      link: "https://partner.example.test/c?token=hidden&x=1",
    },
  },
  {
    when: "400 with a message too long to show",
    answer: answered(400, told("x".repeat(5000))),
    shown: { tone: "error", text: `${"x".repeat(1000)}…` },
  },
  {
    when: "401",
    answer: answered(401),
    shown: {
      tone: "error",
      text: "The integration refused the credentials of this account. Ask your administrator to check them.",
    },
  },
  {
    when: "404",
    answer: answered(404),
    shown: {
      tone: "error",
      text: "The integration gave an answer that cannot be shown (status 404). Report this to its support.",
    },
  },
  {
    when: "500 with a message",
    answer: answered(500, told("Our database is down, ask us about {{person.email}}.")),
    shown: { tone: "error", text: "Our database is down, ask us about E-mail." },
    shownToB: {
      tone: "error",
      text: "Our database is down, ask us about Elektronische Post.",
    },
  },
  {
    when: "500 with HTML",
    answer: answered(500, html),
    shown: { tone: "error", text: systemError },
  },
  { when: "502", answer: answered(502), shown: { tone: "error", text: systemError } },
  {
    when: "503",
    answer: answered(503),
    shown: {
      tone: "error",
      text: "The integration is temporarily not available. Try again later.",
    },
  },
  ...(
    [
      ["timed-out", "No answer: the integration did not answer in time."],
      ["connection-refused", "No answer: the integration refused the connection."],
      ["connection-reset", "No answer: the integration closed the connection without answering."],
      ["name-not-resolved", "No answer: the address of the integration was not found."],
      ["tls-failed", "No answer: a secure connection to the integration could not be made."],
      ["address-forbidden", "No answer: the address of the integration is not allowed."],
      ["malformed-answer", "No answer: what the integration sent could not be read."],
      [
        "outcome-unknown",
        "No answer: it is not known whether the integration received the request. Look there before you repeat the action.",
      ],
    ] as const
  ).map(([reason, text]) => ({
    when: `no answer, ${reason}`,
    answer: { kind: "no-answer" as const, reason },
    shown: { tone: "error" as const, text },
  })),
  {
    when: "nothing sent",
    answer: { kind: "not-sent" },
    shown: {
      tone: "error",
      text: "Nothing was sent: the credentials for the integration cannot be read. Ask your administrator to enter them again.",
    },
  },
];

describe("what the recruiter sees", () => {
  it.each(cases)("for $when in both tenants", ({ answer, shown, shownToB }) => {
    expect(recruiterView(answer, { tenant: tenantA, calledUrl })).toEqual(shown);
    expect(recruiterView(answer, { tenant: tenantB, calledUrl })).toEqual(shownToB ?? shown);
  });

  it("leaves tokens as they were sent where the tenant is gone", () => {
    const answer = answered(400, told("Fill in {{person.email}}"));
    expect(recruiterView(answer, { tenant: undefined, calledUrl }).text).toBe(
      "Fill in {{person.email}}",
    );
  });
});
