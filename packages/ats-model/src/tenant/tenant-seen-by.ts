import type { ProfileNoun } from "../noun/profile-noun.ts";
import { profileNouns } from "../noun/profile-noun.ts";
import { integrationUserGroup, type FieldRules } from "./login-group.ts";
import type { Tenant, TenantSettings } from "./tenant.ts";

// A tenant read from the directory is the same object until its settings change: so are the views of it.
const views = new WeakMap<Tenant, Map<string, Tenant>>();

/** The tenant as the members of a login group see it, with the rules of the group in its settings; a group without rules sees all. */
export function tenantSeenBy(tenant: Tenant, loginGroup: string): Tenant {
  const group = tenant.settings.loginGroups?.find(({ name }) => name === loginGroup);
  if (group === undefined) return tenant;
  const known = views.get(tenant) ?? new Map<string, Tenant>();
  views.set(tenant, known);
  const view = known.get(loginGroup) ?? {
    ...tenant,
    settings: settingsUnder(tenant.settings, (noun) => group.rules[noun] ?? {}),
  };
  known.set(loginGroup, view);
  return view;
}

/** Whether a member of the group counts as an integration user (DOC). */
export function isIntegrationUser(
  { settings }: Pick<Tenant, "settings">,
  loginGroup: string,
): boolean {
  if (loginGroup === integrationUserGroup) return true;
  return settings.loginGroups?.find(({ name }) => name === loginGroup)?.isIntegrationUser === true;
}

function settingsUnder(
  settings: TenantSettings,
  rulesOf: (noun: ProfileNoun) => FieldRules,
): TenantSettings {
  return {
    ...settings,
    hiddenFields: byNoun((noun) => joined(settings.hiddenFields[noun], rulesOf(noun).hidden)),
    readOnlyFields: byNoun((noun) =>
      joined(settings.readOnlyFields?.[noun], rulesOf(noun).readOnly),
    ),
    requiredFields: byNoun((noun) => rulesOf(noun).required ?? settings.requiredFields[noun]),
    hiddenFolders: byNoun((noun) =>
      joined(settings.hiddenFolders?.[noun], rulesOf(noun).hiddenFolders),
    ),
  };
}

function joined(some: readonly string[] = [], more: readonly string[] = []): readonly string[] {
  return [...new Set([...some, ...more])];
}

function byNoun(
  fieldsOf: (noun: ProfileNoun) => readonly string[],
): Readonly<Record<ProfileNoun, readonly string[]>> {
  // One member for each noun, which is what the type asks.
  return Object.fromEntries(profileNouns.map((noun) => [noun, fieldsOf(noun)])) as Record<
    ProfileNoun,
    readonly string[]
  >;
}
