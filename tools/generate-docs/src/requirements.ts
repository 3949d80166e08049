/**
 * The duties of an integration programme of a talent-acquisition suite. Ids are stable: code, checks, tests and documents
 * cite them. Whether a duty is fulfilled is not stated here; it follows from the proofs on record
 * (`requirement-state.ts`), held back by what `remaining` says is still to be built.
 */
export interface Requirement {
  readonly id: `REQ-${string}`;
  readonly group: RequirementGroup;
  readonly duty: string;
  /** `screen`: people do it in the portal, so that proofs over the API alone leave it unfinished. */
  readonly needs: "api" | "screen";
  /** What of the duty is still to be built, in a few words; null when nothing is. */
  readonly remaining: string | null;
}

export type RequirementGroup =
  | "Two paths"
  | "Programme-defined path: design to sandbox"
  | "Initial validation"
  | "Revalidation"
  | "Customer-specific path";

type Row = readonly [
  id: Requirement["id"],
  needs: Requirement["needs"],
  duty: string,
  remaining: string | null,
];

const notBegun = "Everything.";

const twoPaths: readonly Row[] = [
  [
    "REQ-01",
    "screen",
    "There are two paths, and one is chosen at the start: programme-defined (one integration, many customers) or customer-specific (one customer's own specification). Sandbox, validation and listing belong to the first alone.",
    null,
  ],
  [
    "REQ-02",
    "screen",
    "Building is not reserved for partners: a customer, or a developer who works for one, registers and takes the customer-specific path.",
    null,
  ],
];

const designToSandbox: readonly Row[] = [
  [
    "REQ-03",
    "screen",
    "A developer site offers the API documentation of each application, a guide to connecting and authenticating, the data models, and a guide for every integration framework.",
    "The site itself. The guide of Prime assessments and the generated references exist as files.",
  ],
  [
    "REQ-04",
    "screen",
    "A design is a record: framework, use case, value, operations and events used, fields read and written. It is compared with the documented process, and what is custom, tenant-specific or undocumented is flagged before anybody reviews it.",
    "The framework's documented process beyond operations, events and fields.",
  ],
  [
    "REQ-05",
    "screen",
    "A design is judged by how well it repeats: steps of set-up, values per customer and questions to ask are counted and shown.",
    "A comparison with other designs.",
  ],
  [
    "REQ-06",
    "screen",
    "A partner manager is the contact. A design call with Developer Support is asked for, scheduled and recorded, and its questions and answers are kept.",
    "The partner manager as contact; the call. Questions and answers are kept.",
  ],
  [
    "REQ-07",
    "screen",
    "An approval produces the validation requirements of that very integration (framework, version, optional features) and its sandbox, a pair of tenants made for it alone.",
    null,
  ],
  [
    "REQ-08",
    "screen",
    "A sandbox needs the partner's REST endpoint and way of authenticating: asked for at approval, checked, and changeable afterwards with a trace.",
    null,
  ],
  [
    "REQ-09",
    "screen",
    "A sandbox serves to build, test and validate one integration; customer tests and demos in it are forbidden. The policy is accepted on record, misuse is noticed and explained, and a sandbox or a partner can be removed.",
    "Warnings by mail, and that a run asks for the acceptance.",
  ],
  [
    "REQ-10",
    "screen",
    "A partner asks Developer Support at the place where it is stuck (a run, an exchange, a requirement) and is answered there.",
    null,
  ],
  [
    "REQ-11",
    "screen",
    "The partner declares itself ready; Developer Support approves or rejects and says why; the partner is told.",
    null,
  ],
];

const initialValidation: readonly Row[] = [
  ["REQ-12", "screen", "Only what has an approved validation is listed in the marketplace.", null],
  [
    "REQ-13",
    "api",
    "A validation is of one of two kinds: initial, for the first build, or a revalidation.",
    null,
  ],
  [
    "REQ-14",
    "screen",
    "The evidence holds a video of the whole run in the provided sandbox, fit to be shown to customers later.",
    notBegun,
  ],
  [
    "REQ-15",
    "screen",
    "Reviewers read in the logs that the right fields were read, the right fields were written, and that it happened in real time.",
    null,
  ],
  [
    "REQ-16",
    "api",
    "An integration follows its framework's guide, in the version that applies to it.",
    "A choice between versions of the guide; there is one.",
  ],
  [
    "REQ-17",
    "screen",
    "A submission counts as complete only with each required piece of evidence; whatever is missing is named.",
    "Files of collateral; a submission is not refused without confirmations.",
  ],
  ["REQ-18", "api", "Use case 1: the process runs from end to end without an error.", null],
  [
    "REQ-19",
    "api",
    "Use case 2: a duplicate request is refused with 400 and a message in the payload that a customer understands.",
    null,
  ],
  [
    "REQ-20",
    "api",
    "Use case 3: a request that lacks a required field is refused with 400 and a message that a customer understands and that names what is missing.",
    null,
  ],
  [
    "REQ-21",
    "screen",
    "Both error cases are shown in pictures, as the customer's user would see them.",
    "The pictures. The exact text that the user would see is stored for each answer.",
  ],
  [
    "REQ-22",
    "screen",
    "A field manifest lists each field read or written through the API, by profile type, as Read Only or Read/Write.",
    null,
  ],
  [
    "REQ-23",
    "screen",
    "An enablement sheet states the way of authenticating, the addresses to allow, package ids, optional features, partner credentials and customer id.",
    "The form from which a customer enters the values.",
  ],
  ["REQ-24", "api", "What differs between customers is hard-coded nowhere.", null],
  [
    "REQ-25",
    "screen",
    "Validation earns a designation (Prime or Standard, everything else being Non-Standard), which improves the place in the marketplace.",
    null,
  ],
];

const revalidation: readonly Row[] = [
  [
    "REQ-26",
    "screen",
    "Stated circumstances call for a revalidation, without which the designation is lost; a partner declares the changes to its integration.",
    null,
  ],
  ["REQ-27", "screen", "A partner may begin a revalidation on its own.", null],
  [
    "REQ-28",
    "api",
    "When Developer Support calls for one, the partner learns it by e-mail, and the moment of sending starts the clock.",
    null,
  ],
  ["REQ-29", "api", "A revalidation is completed within 90 days of that e-mail.", null],
  ["REQ-30", "api", "The partner has a sandbox for it, with the help of Developer Support.", null],
  [
    "REQ-31",
    "screen",
    "When time runs out, the listing may be taken down and the calls suspended: a person decides and gives the reason, and nothing happens silently.",
    null,
  ],
  [
    "REQ-32",
    "api",
    "A Prime integration is called by new Prime features released since its validation, or by a customer implementation's report that process or features are not kept.",
    null,
  ],
  [
    "REQ-33",
    "api",
    "A Standard integration is called by such a report.",
    "A proof from outside with a Standard integration. It works as for a Prime one.",
  ],
  [
    "REQ-34",
    "api",
    "A revalidation follows the newest guide of the framework, with the requirements of its connector type.",
    "Requirements that follow from optional features.",
  ],
  [
    "REQ-35",
    "api",
    "A released feature is announced by e-mail to the partners it concerns, with what it is and whether it is mandatory.",
    null,
  ],
  [
    "REQ-36",
    "screen",
    "Releases are described on the developer site as well.",
    "The site. The release notes are listed by the API and the command line.",
  ],
  [
    "REQ-37",
    "api",
    "For a mandatory feature, a year from its release is the time to revalidate.",
    null,
  ],
];

const customerSpecific: readonly Row[] = [
  [
    "REQ-38",
    "screen",
    "It is built to one customer's specification, and that customer is on record before work begins.",
    "The customer's specification.",
  ],
  ["REQ-39", "api", "Custom and customer-specific fields may be used.", notBegun],
  ["REQ-40", "api", "It exchanges flat files, calls the API, or does both.", notBegun],
  [
    "REQ-41",
    "api",
    "It is meant for what does not repeat or fits no documented framework.",
    notBegun,
  ],
  [
    "REQ-42",
    "api",
    "It is built on the customer's own platform; there is no sandbox.",
    "Work on the customer's own tenant.",
  ],
  [
    "REQ-43",
    "screen",
    "Its developers are led to the API documentation of the application in question and to connecting and authenticating.",
    notBegun,
  ],
];

/** All of them, in the order of their ids. */
export const requirements: readonly Requirement[] = [
  ...inGroup("Two paths", twoPaths),
  ...inGroup("Programme-defined path: design to sandbox", designToSandbox),
  ...inGroup("Initial validation", initialValidation),
  ...inGroup("Revalidation", revalidation),
  ...inGroup("Customer-specific path", customerSpecific),
];

function inGroup(group: RequirementGroup, rows: readonly Row[]): readonly Requirement[] {
  return rows.map(([id, needs, duty, remaining]) => ({ id, group, needs, duty, remaining }));
}
