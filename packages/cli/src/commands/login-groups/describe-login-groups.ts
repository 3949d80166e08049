import type { FieldRules, LoginGroup } from "@slipway/platform-client";

import { textTable } from "../../text-table.ts";

/** Each rule of each group on a line. */
export function describeLoginGroups(groups: readonly LoginGroup[]): string {
  if (groups.length === 0) return "no login group has rules: every one sees all";
  return textTable(groups.flatMap(rowsOf));
}

const words = {
  hidden: "hidden",
  readOnly: "read only",
  required: "required",
  hiddenFolders: "hidden folders",
} as const satisfies Record<keyof FieldRules, string>;

function rowsOf({ name, isIntegrationUser, rules }: LoginGroup): readonly (readonly string[])[] {
  const rows = Object.entries(rules).flatMap(([type, ofType]) =>
    rowsOfType(ofType).map((row) => [name, type, ...row]),
  );
  const searching = isIntegrationUser === true ? [[name, "search", "allowed"]] : [];
  return rows.length + searching.length === 0 ? [[name, "no rules"]] : [...searching, ...rows];
}

function rowsOfType(rules: FieldRules): readonly (readonly string[])[] {
  return Object.entries(words).flatMap(([key, word]) => {
    // The keys of `words` are those of the rules.
    const names = rules[key as keyof FieldRules];
    return names === undefined ? [] : [[word, names.length === 0 ? "none" : names.join(", ")]];
  });
}
