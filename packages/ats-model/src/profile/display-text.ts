import type { ProfileDoc, StoredEntry, StoredValue } from "../field/stored-value.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import { listNodes } from "../tenant/list-nodes.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { isEntries } from "../value/stored-shapes.ts";

/**
 * The text by which links show a profile: a person's first and last name, a job's title, a company's name. Undefined when the
 * profile has none, as a workflow never does. That it is these fields is inferred from recorded values (INF).
 */
export function displayTextOf(noun: ProfileNoun, doc: ProfileDoc): string | undefined {
  const text = displayFields[noun]
    .map((id) => textOf(doc[id]))
    .filter((part) => part !== undefined)
    .join(" ");
  return text === "" ? undefined : text;
}

/** The fields that `displayTextOf` reads, for a store that loads nothing else. */
export const displayFields: Readonly<Record<ProfileNoun, readonly string[]>> = {
  people: ["firstname", "lastname"],
  jobs: ["jobtitle"],
  companies: ["name"],
  applicantworkflows: [],
};

/** The text of a company's address as links show it: `US-MA-Boston` (INF); undefined when there is no such entry. */
export function addressTextOf(
  company: ProfileDoc,
  entry: number,
  tenant: Pick<Tenant, "settings">,
): string | undefined {
  const { addresses } = company;
  const entries = addresses !== undefined && isEntries(addresses) ? addresses : [];
  const found = entries.find((one) => one.entry === entry);
  return found && formatAddress(found, tenant);
}

function formatAddress(
  entry: StoredEntry,
  { settings }: Pick<Tenant, "settings">,
): string | undefined {
  const abbrev = (list: string, id: string | undefined): string | undefined => {
    const node = listNodes(settings, list).find((one) => one.id === id);
    return node?.abbrev ?? node?.value;
  };
  const parts = [
    abbrev("lists.country", textOf(entry.addresscountry)),
    abbrev("lists.state", textOf(entry.addressstate)),
    textOf(entry.addresscity),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join("-");
}

function textOf(stored: StoredValue | undefined): string | undefined {
  return typeof stored === "string" ? stored : undefined;
}
