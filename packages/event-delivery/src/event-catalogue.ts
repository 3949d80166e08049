/** An event as partners receive it: the table from which `docs/events.md` is generated. */
export interface EventDescription {
  /** The value of `eventType`, exactly as the vendor spells it. */
  readonly eventType: string;
  readonly title: string;
  readonly when: string;
  readonly path: string;
  readonly fields: readonly EventField[];
  readonly answers: readonly ExpectedAnswer[];
  /** DOC, PAY, CLI, 3P, INF or UNK, for the payload as a whole. */
  readonly evidence: string;
}

export interface EventField {
  readonly name: string;
  readonly meaning: string;
}

export interface ExpectedAnswer {
  readonly status: string;
  readonly meaning: string;
  readonly effect: string;
}

const commonFields: readonly EventField[] = [
  { name: "eventType", meaning: "The name of the event; one endpoint may serve several." },
  { name: "customerId", meaning: "The tenant; one endpoint serves many." },
  { name: "systemId", meaning: "The profile that the event is about." },
  { name: "userId", meaning: "The platform user who caused it." },
  {
    name: "links",
    meaning:
      "Objects `{rel, title, url}` of the profiles involved; the `Link` header repeats them.",
  },
];

const errorAnswers: readonly ExpectedAnswer[] = [
  {
    status: "400",
    meaning: "The user can fix it, or the request is malformed.",
    effect:
      "`error.userMessage` is shown, with `{{profileType.fieldId}}` replaced by the tenant's label.",
  },
  {
    status: "500",
    meaning: "A system error: support is needed.",
    effect: "`error.userMessage` is shown, or that a system error was reported.",
  },
  {
    status: "503",
    meaning: "A temporary error, such as maintenance.",
    effect: "`error.userMessage` is shown, or that the integration is temporarily not available.",
  },
  {
    status: "no answer within 30 seconds",
    meaning: "",
    effect: "The user sees that there was no answer. Nothing is sent again.",
  },
];

/** Every event that the platform sends. All ids are texts (PAY). Sent once, never repeated by the platform (INF). */
export const eventCatalogue: readonly EventDescription[] = [
  {
    eventType: "WorkFlowStatusChangeEvent",
    title: "Workflow status change",
    when: "A platform user moves a candidate into another status. In a sandbox every status is a trigger status. Whether a write through the API raises it is the switch `workflowEventOnApiPatch` (default: silent).",
    path: "/events",
    fields: [
      ...commonFields,
      { name: "jobId", meaning: "The job of the workflow." },
      { name: "personId", meaning: "The candidate." },
      {
        name: "oldStatus",
        meaning: "The status before (switch `eventStatusIds`, default: digits).",
      },
      { name: "newStatus", meaning: "The status after, in the same form." },
    ],
    answers: [
      { status: "200", meaning: "Processed.", effect: "The user sees success." },
      {
        status: "303",
        meaning: "Processed; the user continues at `Location` (INF for this event).",
        effect: "The address is offered to the user. The platform does not fetch it.",
      },
      ...errorAnswers,
    ],
    evidence: "PAY",
  },
  {
    eventType: "ApplicationCompletedEvent",
    title: "Application completed",
    when: "A candidate reaches the end of an application at the portal. The documents print the name `AssessmentEvent`; the switch `applicationCompletedEventType` says which is sent (default: as in recorded traffic). Raised for partners of the Standard framework.",
    path: "/events",
    fields: [
      ...commonFields,
      {
        name: "returnUrl",
        meaning:
          "The portal's page that finishes the application, ending in `/assessment?i=1`, and a token (ours). The first visit submits the application, later ones say that it was used; after the session's end (two hours, ours) it is an empty application.",
      },
    ],
    answers: [
      {
        status: "303",
        meaning: "Processed; the candidate continues at `Location`.",
        effect: "The candidate is sent there. In a run the platform follows as a browser does.",
      },
      {
        status: "200",
        meaning: "Processed.",
        effect: "The candidate stays at the portal and takes no assessment.",
      },
      ...errorAnswers,
    ],
    evidence: "PAY",
  },
  {
    eventType: "AssessmentEvent",
    title: "Application completed, by the name of the documents",
    when: "As `ApplicationCompletedEvent`, where the tenant's switch `applicationCompletedEventType` says so.",
    path: "/events",
    fields: commonFields,
    answers: errorAnswers,
    evidence: "DOC",
  },
  {
    eventType: "ConnectionTestEvent",
    title: "Connection test",
    when: "Before a run of a framework without a package list, to see whether the partner lets the platform in (ours).",
    path: "/events",
    fields: commonFields,
    answers: [
      { status: "200", meaning: "Ignored.", effect: "The preflight goes on." },
      ...errorAnswers,
    ],
    evidence: "UNK",
  },
];
