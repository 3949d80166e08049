import { isGroup } from "../field/field.ts";
import { fieldsOf, findField } from "../field/fields-of.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import { isProfileNoun, profileNouns } from "../noun/profile-noun.ts";
import { listNodes } from "./list-nodes.ts";
import { loginGroupPresets, type FieldRules, type LoginGroup } from "./login-group.ts";
import { nearValues } from "./near-values.ts";
import type { TenantSettings } from "./tenant.ts";

/** Field rules as somebody sent them, with whatever text in them. */
export type FieldRulesSent = FieldRules;

/** A login group as somebody sent it. */
export interface LoginGroupSent {
  readonly name: string;
  readonly isIntegrationUser?: boolean;
  /** Rules to start from, by name; those beside it take the place of its own of the same type. */
  readonly preset?: string;
  readonly rules?: Readonly<Record<string, FieldRulesSent>>;
}

/**
 * The login group, if every type, field and folder of its rules exists in the tenant; otherwise a sentence for each that does
 * not: what was expected, what arrived, where, and which known names come near.
 */
export function checkLoginGroup(
  { name, isIntegrationUser, preset, rules = {} }: LoginGroupSent,
  settings: TenantSettings,
): LoginGroup | readonly string[] {
  const start =
    preset === undefined
      ? {}
      : Object.entries(loginGroupPresets).find(([id]) => id === preset)?.[1];
  const faults = [
    ...(start === undefined
      ? [
          `preset of ${name}: expected one of ${Object.keys(loginGroupPresets).join(", ")}, found "${preset}"`,
        ]
      : []),
    ...Object.entries(rules).flatMap(([type, rulesOfType]) =>
      faultsOfType({ name, settings, type }, rulesOfType),
    ),
  ];
  if (faults.length > 0) return faults;
  return {
    name,
    ...(isIntegrationUser === undefined ? {} : { isIntegrationUser }),
    rules: { ...start, ...rules },
  };
}

interface TypePlace {
  readonly name: string;
  readonly settings: TenantSettings;
  readonly type: string;
}

function faultsOfType(
  { name, settings, type }: TypePlace,
  { hidden = [], readOnly = [], required = [], hiddenFolders = [] }: FieldRulesSent,
): readonly string[] {
  if (!isProfileNoun(type))
    return [
      `rules of ${name}: expected types of profile out of ${profileNouns.join(", ")}, found "${type}"`,
    ];
  const place = `${type} of ${name}`;
  const fields = fieldNames(type, settings);
  const folders = folderNodes(type, settings);
  return [
    ...unknownIn(`hidden fields of ${place}`, hidden, fields.seen),
    ...unknownIn(`read-only fields of ${place}`, readOnly, fields.seen),
    ...unknownIn(`required fields of ${place}`, required, fields.written),
    ...unknownIn(`hidden folders of ${place}`, hiddenFolders, folders),
  ];
}

/** The folders of a type; workflows have none. */
function folderNodes(noun: ProfileNoun, settings: TenantSettings): readonly string[] {
  const field = findField(noun, "folder", { settings });
  const list = field !== undefined && "list" in field ? field.list : undefined;
  return list === undefined ? [] : listNodes(settings, list).map(({ id }) => id);
}

function fieldNames(
  noun: ProfileNoun,
  settings: TenantSettings,
): { readonly seen: readonly string[]; readonly written: readonly string[] } {
  const fields = fieldsOf(noun, { settings });
  return {
    seen: fields.flatMap((field) => [
      field.id,
      ...(isGroup(field) ? field.children.map((child) => `${field.id}.${child.id}`) : []),
    ]),
    written: fields.filter(({ writable }) => writable).map(({ id }) => id),
  };
}

function unknownIn(
  where: string,
  names: readonly string[],
  known: readonly string[],
): readonly string[] {
  return names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const near = nearValues(name, known);
      const hint = near.length === 0 ? "none comes near" : `near it: ${near.join(", ")}`;
      return `${where}: expected names that the tenant has, found "${name}"; ${hint}`;
    });
}
