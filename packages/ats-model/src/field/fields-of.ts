import { unreachable } from "@slipway/foundation";
import { applicantWorkflowFields } from "../applicant-workflow/applicant-workflow.fields.ts";
import { companyFields } from "../company/company.fields.ts";
import { jobFields } from "../job/job.fields.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import { profileNouns } from "../noun/profile-noun.ts";
import { personFields } from "../person/person.fields.ts";
import type { CustomField } from "../tenant/custom-field.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { Field } from "./field.ts";

const tables: Readonly<Record<ProfileNoun, readonly Field[]>> = {
  people: personFields,
  jobs: jobFields,
  companies: companyFields,
  applicantworkflows: applicantWorkflowFields,
};

const byId: ReadonlyMap<ProfileNoun, ReadonlyMap<string, Field>> = new Map(
  profileNouns.map((noun) => [noun, new Map(tables[noun].map((field) => [field.id, field]))]),
);

/** The standard fields of a type; with a tenant, its custom fields follow. */
export function fieldsOf(noun: ProfileNoun, tenant?: Pick<Tenant, "settings">): readonly Field[] {
  if (tenant === undefined) return tables[noun];
  return [
    ...tables[noun],
    ...tenant.settings.customFields.filter((custom) => custom.noun === noun).map(fromCustom),
  ];
}

/** The field with this id, standard or the tenant's own; undefined when there is none. Exact case (DOC). */
export function findField(
  noun: ProfileNoun,
  id: string,
  tenant: Pick<Tenant, "settings">,
): Field | undefined {
  const standard = byId.get(noun)?.get(id);
  if (standard !== undefined) return standard;
  const custom = tenant.settings.customFields.find((one) => one.noun === noun && one.id === id);
  return custom && fromCustom(custom);
}

/** Whether the API user may see the field: hidden ones are absent on read and unknown on write (DOC). */
export function isHidden(noun: ProfileNoun, id: string, tenant: Pick<Tenant, "settings">): boolean {
  return tenant.settings.hiddenFields[noun].includes(id);
}

function fromCustom(custom: CustomField): Field {
  const base = {
    id: custom.id,
    label: custom.label,
    writable: true,
    default: false,
    evidence: "PAY",
  } as const;
  switch (custom.type) {
    case "person-link":
      return { ...base, type: custom.type, target: "people" };
    case "job-link":
      return { ...base, type: custom.type, target: "jobs" };
    case "dropdown-single":
    case "list-single":
    case "list-multiple":
      return {
        ...base,
        type: custom.type,
        ...(custom.list === undefined ? {} : { list: custom.list }),
      };
    case "text":
    case "number":
    case "decimal":
    case "date":
    case "date-time":
    case "boolean":
      return { ...base, type: custom.type };
    default:
      return unreachable(custom.type);
  }
}
