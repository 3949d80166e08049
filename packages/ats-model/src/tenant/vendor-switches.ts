import type { Evidence } from "../field/evidence.ts";

/** A behaviour of the real ATS that is not certain, and the ways it may turn out. */
export interface VendorSwitch {
  readonly id: string;
  readonly values: readonly string[];
  /** What a new tenant gets. */
  readonly default: string;
  /** What is known about the real one. */
  readonly known: string;
  readonly evidence: Evidence;
  /** The page under `docs/vendor-behaviour/`. */
  readonly page: string;
}

/** Every uncertain vendor behaviour that a tenant can be set to. */
export const vendorSwitches = [
  {
    id: "personDefaultFields",
    values: ["short", "long"],
    default: "short",
    known:
      "One client models exactly firstname, lastname, email and folder; others read addresses, phones, startdate and hiredate from an answer without fields.",
    evidence: "CLI",
    page: "person-default-fields",
  },
  {
    id: "unknownFieldInFieldsParameter",
    values: ["omit", "warn"],
    default: "omit",
    known:
      "Empty and hidden fields are left out in silence; for unknown ones the same is inferred. A wrong-case name brings a warning with code 4 either way.",
    evidence: "INF",
    page: "unknown-field-in-fields-parameter",
  },
  {
    id: "unknownFieldInBody",
    values: ["warn", "omit", "error-400"],
    default: "warn",
    known:
      "Documented only for a wrong-case name: the write succeeds and carries a warning with code 4.",
    evidence: "INF",
    page: "unknown-field-in-body",
  },
  {
    id: "invalidValueCode",
    values: ["4", "400"],
    default: "4",
    known:
      "Field validation is documented, its error code is not. 4 is the only known code about a field besides 1.",
    evidence: "UNK",
    page: "invalid-value-code",
  },
  {
    id: "duplicateWorkflow",
    values: ["error-400", "error-409", "existing-location"],
    default: "error-400",
    known: "One workflow per person and job is documented; the answer to a second POST is not.",
    evidence: "UNK",
    page: "duplicate-workflow",
  },
  {
    id: "collectionRead",
    values: ["wrapped", "bare-array"],
    default: "wrapped",
    known:
      "GET of a whole collection returns the value of the full profile; whether inside an object is not known.",
    evidence: "UNK",
    page: "collection-read",
  },
  {
    id: "scalarFieldRead",
    values: ["wrapped", "bare"],
    default: "wrapped",
    known: "GET of a single field exists; an object with the field as its only key is inferred.",
    evidence: "INF",
    page: "scalar-field-read",
  },
  {
    id: "putOnProfile",
    values: ["refused", "as-patch"],
    default: "refused",
    known: "PUT is documented for forms only.",
    evidence: "UNK",
    page: "put-on-profile",
  },
  {
    id: "deleteProfile",
    values: ["refused", "supported"],
    default: "refused",
    known: "An API directory lists 204 for workflows; one client notes that it could not delete.",
    evidence: "3P",
    page: "delete-profile",
  },
  {
    id: "patchCollectionWithoutEntry",
    values: ["append", "replace"],
    default: "append",
    known:
      "PATCH of a collection through the profile works; whether an element without an entry number is added or the whole array replaced is not known.",
    evidence: "UNK",
    page: "patch-collection-without-entry",
  },
  {
    id: "patchAnswer",
    values: ["204", "200"],
    default: "204",
    known:
      "Field and file PATCH answer 204; for profiles the recorded headers fit 204, clients test for any 2xx.",
    evidence: "INF",
    page: "patch-answer",
  },
  {
    id: "workflowEventOnApiPatch",
    values: ["silent", "raise"],
    default: "silent",
    known:
      "The event is documented for a platform user who moves a candidate; whether an API write raises it is not known.",
    evidence: "UNK",
    page: "workflow-event-on-api-patch",
  },
  {
    id: "eventStatusIds",
    values: ["digits", "node-id"],
    default: "digits",
    known:
      "A recorded event of 2015 carries plain numbers where the API uses prefixed node ids; receivers are told to accept both.",
    evidence: "PAY",
    page: "event-status-ids",
  },
  {
    id: "applicationCompletedEventType",
    values: ["ApplicationCompletedEvent", "AssessmentEvent"],
    default: "ApplicationCompletedEvent",
    known:
      "The documents print AssessmentEvent, recorded traffic of two unrelated vendors carries ApplicationCompletedEvent; receivers are told to accept both.",
    evidence: "PAY",
    page: "application-completed-event-type",
  },
  {
    id: "hidden404Code",
    values: ["3", "2"],
    default: "3",
    known:
      "A profile that exists but may not be seen answers 404 as an unknown one does; code 3 is documented for it.",
    evidence: "DOC",
    page: "hidden-404-code",
  },
  {
    id: "hiddenFieldRead",
    values: ["empty", "not-found"],
    default: "empty",
    known:
      "What a user may not see is absent without an error, and what it may not access is 404; which of the two holds for the address of a single hidden field is not said.",
    evidence: "INF",
    page: "hidden-field-read",
  },
  {
    id: "hiddenFieldInBody",
    values: ["as-unknown", "omit", "error-400"],
    default: "as-unknown",
    known:
      "Writes follow the same visibility rules as reads; that a hidden field is therefore met as one that does not exist is inferred.",
    evidence: "INF",
    page: "hidden-field-in-body",
  },
  {
    id: "readOnlyFieldInBody",
    values: ["error-400", "warn"],
    default: "error-400",
    known:
      "Writes are validated against what the user may do; whether a field it may only read fails the write or is left is not known.",
    evidence: "UNK",
    page: "read-only-field-in-body",
  },
  {
    id: "searchByOtherGroups",
    values: ["not-found", "forbidden", "answered"],
    default: "not-found",
    known:
      "Search requires membership of the Integration User group. The answer to others is not printed; what a user may not access is 404 with code 3.",
    evidence: "DOC",
    page: "search-by-other-groups",
  },
  {
    id: "searchThroughHiddenLink",
    values: ["answered", "refused"],
    default: "answered",
    known:
      "In the vendor’s forum workflows were found by their person while the person’s link was hidden in them; that this is meant to be so is inferred.",
    evidence: "INF",
    page: "search-through-hidden-link",
  },
  {
    id: "searchFieldTimes",
    values: ["profile-time", "refused"],
    default: "profile-time",
    known:
      "Filters such as person.emaillastupdated exist. The sandbox keeps one time for a profile, which is the last time any of its fields may have changed.",
    evidence: "INF",
    page: "search-field-times",
  },
  {
    id: "wrongCredentialsCode",
    values: ["6", "9"],
    default: "6",
    known:
      "A recorded Basic failure carries 6; a client’s test double for HMAC carries 9. The status 401 is inferred.",
    evidence: "PAY",
    page: "wrong-credentials-code",
  },
  {
    id: "invalidSignatureCode",
    values: ["9", "6"],
    default: "9",
    known:
      "A client’s test double answers a wrong signature with 401 and code 9; no recording is public.",
    evidence: "3P",
    page: "invalid-signature-code",
  },
  {
    id: "signatureClockSkew",
    values: ["any", "5-minutes", "15-minutes"],
    default: "any",
    known:
      "How far the time of a signed request may lie from the vendor’s clock is on the part of its page that is not public.",
    evidence: "UNK",
    page: "signature-clock-skew",
  },
  {
    id: "tokenAudience",
    values: ["vendor", "vendor-or-own"],
    default: "vendor",
    known:
      "Clients ask for the audience https://api.icims.com/v1/, with the slash at its end, in every region. A sandbox may also take the tenant’s own address.",
    evidence: "CLI",
    page: "token-audience",
  },
  {
    id: "tokenRequestLimit",
    values: ["500-in-10-minutes", "none"],
    default: "500-in-10-minutes",
    known:
      "A client’s comment says that more than 500 token requests in ten minutes are throttled. The answer is inferred: 429 with Retry-After.",
    evidence: "3P",
    page: "token-request-limit",
  },
  {
    id: "callerAddressRefusal",
    values: ["403", "401"],
    default: "403",
    known:
      "Addresses of callers are allow-listed; what a caller from elsewhere is answered is not public. 401 answers as to wrong credentials.",
    evidence: "UNK",
    page: "caller-address-refusal",
  },
  {
    id: "searchErrorCode",
    values: ["400", "0", "4"],
    default: "400",
    known: "The messages of search errors are documented; their code and status are not.",
    evidence: "UNK",
    page: "search-error-code",
  },
  {
    id: "searchFreshness",
    values: ["live", "cached-15-minutes"],
    default: "live",
    known:
      "Documented: a result may be up to 15 minutes old unless staleness=0 is sent. Live answers are the friendlier default for development.",
    evidence: "DOC",
    page: "search-freshness",
  },
  {
    id: "searchTextCase",
    values: ["ignored", "exact"],
    default: "ignored",
    known: "Case-insensitive comparison of text is inferred.",
    evidence: "INF",
    page: "search-text-case",
  },
  {
    id: "searchBlankText",
    values: ["is-empty", "matches-all"],
    default: "is-empty",
    known: "One client sends an empty value array with = on text to mean blank.",
    evidence: "CLI",
    page: "search-blank-text",
  },
  {
    id: "searchDateMacros",
    values: ["resolved", "unreadable"],
    default: "resolved",
    known:
      "Answers in the vendor’s forum use {DATE:START}, {DATE:END} and {DATE:START}{DATE:-9}; that days are those of UTC is inferred.",
    evidence: "DOC",
    page: "search-date-macros",
  },
  {
    id: "searchZipRadius",
    values: ["same-zip", "refused"],
    default: "same-zip",
    known:
      "A filter zipradius exists; how zip and radius are written is not stored anywhere. The sandbox knows no distances and finds the same zip.",
    evidence: "UNK",
    page: "search-zip-radius",
  },
  {
    id: "searchPostingFilters",
    values: ["any-posting", "refused"],
    default: "any-posting",
    known:
      "Clients filter by postedto, jobpost.status and jobpost.type; what the values mean is not known. Any of them finds jobs that are posted at all.",
    evidence: "UNK",
    page: "search-posting-filters",
  },
] as const satisfies readonly VendorSwitch[];

type KnownSwitch = (typeof vendorSwitches)[number];

/** The name of a switch. */
export type SwitchId = KnownSwitch["id"];

/** One setting per switch. */
export type SwitchSettings = {
  readonly [Id in SwitchId]: Extract<KnownSwitch, { id: Id }>["values"][number];
};

/** The settings a new tenant gets. */
// The table gives each id its own default, which is one of its values: `satisfies` above and a test hold that.
export const defaultSwitches: SwitchSettings = Object.fromEntries(
  vendorSwitches.map((one) => [one.id, one.default]),
) as unknown as SwitchSettings;
