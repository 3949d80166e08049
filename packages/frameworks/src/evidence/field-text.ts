/** Field keys as a list that people read: `person.email and person.lastname`. */
export function fieldText(keys: readonly string[]): string {
  return listText(keys);
}

/** How a message is to name these fields: `{{person.email}}`; the package, which is no field of the ATS, by its word. */
export function tokenText(keys: readonly string[]): string {
  return listText(keys.map((key) => (key.includes(".") ? `{{${key}}}` : `the word "${key}"`)));
}

function listText(items: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "conjunction" }).format(items);
}
