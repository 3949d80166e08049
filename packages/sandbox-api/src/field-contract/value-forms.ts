import { listNodes, type ChildField, type ListNode, type TenantSettings } from "@slipway/ats-model";
import { unreachable, type Json } from "@slipway/foundation";

/** One way to send a value, and what a read then gives. */
export interface ValueForm {
  /** Names the form in the page. */
  readonly form: string;
  readonly json: Json;
  readonly back: Json;
  /** Finds the value where a filter looks at it: an id, a text, a number or a day. */
  readonly sought: string;
}

/** A value that the field refuses. */
export interface RefusedForm {
  readonly form: string;
  readonly json: Json;
}

/** Whose lists the values come from, and the start of the addresses in answers. */
export interface FormContext {
  readonly settings: TenantSettings;
  readonly customerUrl: string;
}

/** What the forms of links name; whoever sends them has these profiles. */
export const linkedProfiles = {
  people: { id: 22, doc: { firstname: "Ada", lastname: "Byron" }, value: "Ada Byron" },
  jobs: { id: 7, doc: { jobtitle: "Welder" }, value: "Welder" },
  companies: {
    id: 5,
    doc: { name: "Harbour", addresses: [{ entry: 51, addresscity: "Boston" }] },
    value: "Boston",
  },
} as const;

/** Every accepted form of a field's values, each with its shape on reading; none for a field that JSON cannot write. */
export function formsOf(field: ChildField, context: FormContext): readonly ValueForm[] {
  if (!field.writable) return [];
  switch (field.type) {
    case "text":
      return textForms(field.max);
    case "number":
      return [plain("whole number", 3)];
    case "decimal":
      return [plain("decimal", 71.5), plain("whole number", 3)];
    case "boolean":
      return [plain("true", true), plain("false", false)];
    case "date":
      return [plain("day", "2026-02-03")];
    case "date-time":
      return [
        plain("time", "2026-02-03 04:05 PM"),
        { ...plain("hour of one digit", "2026-02-03 4:05 AM"), back: "2026-02-03 04:05 AM" },
      ];
    case "dropdown-single":
      return dropdownForms(nodesOf(field.list, context));
    case "dropdown-id":
      return listForms(nodesOf(field.list, context), dropdownBack);
    case "list-single":
      return listForms(nodesOf(field.list, context), listBack);
    case "list-multiple":
      return multipleForms(nodesOf(field.list, context));
    case "person-link":
    case "job-link":
    case "profile-link":
      return linkForms(field.target, context);
    case "address-link":
      return addressForms(context);
    case "salary":
      return [
        money("with a time frame", { timeframe: "Yearly" }),
        money("without a time frame", {}),
        money("as read", { timeframe: "Yearly", amountstring: "10.50" }),
      ];
    case "currency":
      return [money("amount and currency", {}), money("as read", { amountstring: "10.50" })];
    case "file":
      return [];
    default:
      return unreachable(field);
  }
}

/** Forms that the field refuses with 400. */
export function refusalsOf(field: ChildField): readonly RefusedForm[] {
  if (!field.writable) return [{ form: "any value", json: "x" }];
  switch (field.type) {
    case "text":
      return [
        { form: "number", json: 5 },
        ...(field.max === undefined
          ? []
          : [{ form: `${field.max + 1} characters`, json: "x".repeat(field.max + 1) }]),
      ];
    case "number":
      return [
        { form: "decimal", json: 1.5 },
        { form: "text", json: "3" },
      ];
    case "decimal":
    case "boolean":
      return [{ form: "text", json: "true" }];
    case "date":
      return [
        { form: "day that does not exist", json: "2026-02-30" },
        { form: "another notation", json: "02/03/2026" },
      ];
    case "date-time":
      return [{ form: "ISO time", json: "2026-02-03T16:05:00Z" }];
    case "dropdown-single":
      return [{ form: "object", json: { id: "D0" } }];
    case "dropdown-id":
    case "list-single":
      return [
        { form: "unknown id", json: { id: "D0" } },
        { form: "number", json: 5 },
      ];
    case "list-multiple":
      return [{ form: "no array", json: { id: "D0" } }];
    case "person-link":
    case "job-link":
    case "profile-link":
      return [{ form: "text", json: "22" }];
    case "address-link":
      return [
        { form: "id of no address", json: 52 },
        { form: "text", json: "51" },
      ];
    case "salary":
    case "currency":
      return [{ form: "currency of two letters", json: { amount: 1, currency: "US" } }];
    case "file":
      return [{ form: "any value", json: "x" }];
    default:
      return unreachable(field);
  }
}

function plain(form: string, json: string | number | boolean): ValueForm {
  return { form, json, back: json, sought: String(json) };
}

function textForms(max: number | undefined): readonly ValueForm[] {
  const usual = plain("text", "Ünï 7");
  if (max === undefined) return [usual];
  return [usual, plain(`${max} characters`, "ä".repeat(max))];
}

function nodesOf(list: string | undefined, { settings }: FormContext): readonly ListNode[] {
  const nodes = list === undefined ? [] : listNodes(settings, list);
  return nodes.filter((node) => node.hidden !== true);
}

function dropdownForms([node]: readonly ListNode[]): readonly ValueForm[] {
  return [plain("text", node?.value ?? "Yes")];
}

function listForms(
  [node]: readonly ListNode[],
  backOf: (node: ListNode) => Json,
): readonly ValueForm[] {
  if (node === undefined) return [];
  const { id, value } = node;
  const of = (form: string, json: Json): ValueForm => ({
    form,
    json,
    back: backOf(node),
    sought: id,
  });
  return [
    of("id", { id }),
    of("value", { value }),
    of("id and value", { id, value }),
    of("text", value),
    of("as read", backOf(node)),
  ];
}

function multipleForms(nodes: readonly ListNode[]): readonly ValueForm[] {
  return listForms(nodes, listBack).map((one) => ({
    ...one,
    form: `array of ${one.form}`,
    json: [one.json],
    back: [one.back],
  }));
}

function listBack({ id, value }: ListNode): Json {
  return { id, formattedvalue: value, value };
}

function dropdownBack({ id, value, abbrev }: ListNode): Json {
  return { id, ...(abbrev === undefined ? {} : { abbrev }), value };
}

function linkForms(target: string, { customerUrl }: FormContext): readonly ValueForm[] {
  // A link into a type that the sandbox does not have shows no text.
  const known = target === "people" || target === "jobs" ? linkedProfiles[target] : undefined;
  const id = known?.id ?? 3;
  const text = known === undefined ? {} : { value: known.value };
  const back = { profile: `${customerUrl}/${target}/${id}`, id, ...text };
  return [
    { form: "id", json: id, back, sought: String(id) },
    { form: "object with id", json: { id }, back, sought: String(id) },
    { form: "as read", json: back, back, sought: String(id) },
  ];
}

function addressForms({ customerUrl }: FormContext): readonly ValueForm[] {
  const { id: companyid, doc, value } = linkedProfiles.companies;
  const id = doc.addresses[0].entry;
  const address = `${customerUrl}/companies/${companyid}/fields/addresses/${id}`;
  const back = { id, companyid, address, value };
  const of = (form: string, json: Json): ValueForm => ({
    form,
    json,
    back,
    sought: String(companyid),
  });
  return [
    of("companyid and id", { companyid, id }),
    of("object with id", { id }),
    of("id", id),
    of("as read", back),
  ];
}

function money(form: string, extra: Readonly<Record<string, string>>): ValueForm {
  const json = { currency: "USD", amount: 10.5, ...extra };
  return { form, json, back: { ...json, amountstring: "10.50" }, sought: "10.5" };
}
