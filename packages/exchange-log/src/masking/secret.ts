import type { Found } from "./found.ts";

/** A value that is known to be secret, with the forms in which to look for it. */
export interface Secret {
  readonly value: string;
  readonly kind: Found["kind"];
  /** `known`: given or presented as a credential. `echo`: learnt in this very exchange from a place that holds secrets. */
  readonly by: "known" | "echo";
  readonly plainForms: readonly string[];
  /** What its base64 must contain, whatever stands before and after it: one for each of the three alignments. */
  readonly base64Cores: readonly string[];
}

/** Shorter ones would turn every other word into a mark. Where they stand in their own place they are masked all the same. */
const shortestKnown = 4;
const shortestEcho = 6;
/** Fewer characters of base64 would be found in anything. */
const shortestCore = 6;
/** How far before a secret its run of base64 may have begun. */
const longestRun = 1000;
const rememberedSecrets = 1000;

const remembered = new Map<string, Pick<Secret, "plainForms" | "base64Cores">>();

/** Undefined when the value is too short to be looked for. */
export function describeSecret(given: Pick<Secret, "value" | "kind" | "by">): Secret | undefined {
  const { value, by } = given;
  if (value.length < (by === "known" ? shortestKnown : shortestEcho)) return undefined;
  let forms = remembered.get(value);
  if (forms === undefined) {
    forms = { plainForms: plainForms(value), base64Cores: base64Cores(value) };
    if (remembered.size >= rememberedSecrets) remembered.clear();
    remembered.set(value, forms);
  }
  return { ...given, ...forms };
}

/** Those of the given credentials that can be looked for. */
export function describeSecrets(values: Iterable<string>): readonly Secret[] {
  return Array.from(values, (value) =>
    describeSecret({ value, kind: "credential", by: "known" }),
  ).filter((secret) => secret !== undefined);
}

function plainForms(value: string): readonly string[] {
  const forms = new Set([value]);
  // Forms write a space as a plus sign; a header carries UTF-8 as one character a byte.
  if (value.includes(" ")) forms.add(value.replaceAll(" ", "+"));
  forms.add(Buffer.from(value, "utf8").toString("latin1"));
  return [...forms];
}

function base64Cores(value: string): readonly string[] {
  const bytes = Buffer.from(value, "utf8");
  const cores = new Set<string>();
  for (const before of [0, 1, 2]) {
    const padded = Buffer.concat([Buffer.alloc(before), bytes]);
    // The first and the last characters also carry bits of the neighbours.
    const from = before === 0 ? 0 : before + 1;
    const to = Math.floor((padded.length * 8) / 6);
    for (const alphabet of ["base64", "base64url"] as const)
      cores.add(padded.toString(alphabet).slice(from, to));
  }
  return [...cores].filter((core) => core.length >= shortestCore);
}

/** Whether any of them may occur in the text. */
export function hasSecret(text: string, secrets: readonly Secret[]): boolean {
  return secrets.some(
    ({ plainForms: plain, base64Cores: cores }) =>
      plain.some((form) => text.includes(form)) || cores.some((core) => text.includes(core)),
  );
}

/** Every occurrence, in each of its forms; of base64 the whole run in which it stands. */
export function findSecrets(text: string, secrets: readonly Secret[]): readonly Found[] {
  return secrets.flatMap((secret) => [
    ...secret.plainForms.flatMap((form) => occurrences(text, form, secret)),
    ...secret.base64Cores.flatMap((core) => runsWith(text, core, secret)),
  ]);
}

function occurrences(text: string, form: string, { kind, by, value }: Secret): readonly Found[] {
  const found: Found[] = [];
  for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + form.length))
    found.push({ start, end: start + form.length, kind, value, by, within: "" });
  return found;
}

const outsideBase64 = /[^\w+/=-]|$/g;

function runsWith(text: string, core: string, { kind, by, value }: Secret): readonly Found[] {
  const found: Found[] = [];
  let end = 0;
  for (let at = text.indexOf(core); at >= 0; at = text.indexOf(core, end)) {
    const start =
      at - (/[\w+/=-]*$/.exec(text.slice(Math.max(end, at - longestRun), at))?.[0].length ?? 0);
    outsideBase64.lastIndex = at + core.length;
    end = outsideBase64.exec(text)?.index ?? text.length;
    found.push({ start, end, kind, value, by, within: "" });
  }
  return found;
}
