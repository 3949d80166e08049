/** The traces of the languages that partners write in. */
const stackTrace =
  /\n\s{1,20}at [^\n]{1,300}[:(][^\n]{0,300}\d+\)?|Traceback \(most recent call last\)|\n\s{1,8}File "[^"\n]{1,300}", line \d+|\.java:\d+\)|\bSystem\.\w{1,60}Exception\b|\bgoroutine \d+ \[|Stack trace:\s{0,3}#0|:\d+:in [`']/;

/** Whether the text holds a stack trace, as it is or with its line breaks escaped. */
export function hasStackTrace(text: string): boolean {
  if (!/at |Traceback|\.java:|Exception|goroutine|Stack trace|:in [`']|File "/.test(text))
    return false;
  return stackTrace.test(text);
}

/** The place of every string in a parsed JSON that has a stack trace. */
export function findStackTraces(json: unknown): readonly string[] {
  const places: string[] = [];
  const open: { readonly value: unknown; readonly path: string }[] = [{ value: json, path: "" }];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const { value, path } = one;
    if (typeof value === "string" && hasStackTrace(value)) places.push(path);
    if (typeof value !== "object" || value === null) continue;
    for (const [name, member] of Object.entries(value))
      open.push({
        value: member,
        path: Array.isArray(value) ? `${path}[${name}]` : `${path}.${name}`,
      });
  }
  return places;
}
