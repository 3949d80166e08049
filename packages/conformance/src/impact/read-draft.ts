import type { JsonReader } from "@slipway/foundation";

import type { PackSettings } from "../check.ts";
import type { Requirement, RequirementPack } from "../requirement-pack.ts";
import type { DraftFinding } from "./draft-finding.ts";

/** A draft by its form: what could not be read stands as something empty in it, and as a finding beside it. */
export function readDraft(
  stored: JsonReader,
  base: RequirementPack,
): { readonly pack: RequirementPack; readonly findings: readonly DraftFinding[] } {
  const findings: DraftFinding[] = [];
  const take: Take = (otherwise, read) => {
    try {
      return read();
    } catch (error) {
      // What is thrown here is a reader's: it names the place.
      findings.push(findingOf(error));
      return otherwise;
    }
  };
  const isObject = take(false, () => Object.keys(stored.object()).length >= 0);
  const pack = isObject ? readMembers(stored, base, take) : base;
  return { pack, findings };
}

/** Reads, or notes what is wrong and goes on with something else. */
type Take = <Value>(otherwise: Value, read: () => Value) => Value;

function readMembers(stored: JsonReader, base: RequirementPack, take: Take): RequirementPack {
  const text = (name: string): string | undefined =>
    stored.at(name).optional(filled(`pack.${name}`));
  take(undefined, () => onlyKnown(stored, "pack", Object.keys(base)));
  const requirements: readonly JsonReader[] = take([], () =>
    stored.at("requirements").list((one) => one),
  );
  return {
    id: take("", () => text("id") ?? base.id),
    version: take("", () => filled("pack.version")(stored.at("version"))),
    framework: take("", () => text("framework") ?? base.framework),
    title: take("", () => filled("pack.title")(stored.at("title"))),
    settings: take(base.settings, () => readSettings(stored.at("settings"), base.settings)),
    scenarios: take([], () => stored.at("scenarios").optional(texts) ?? base.scenarios),
    requirements: requirements.map((one, index) =>
      readRequirement(one, { take, base, where: `pack.requirements[${index}]` }),
    ),
  };
}

const requirementMembers = ["id", "title", "duties", "severity", "checks"];

function readRequirement(
  stored: JsonReader,
  {
    take,
    base,
    where,
  }: { readonly take: Take; readonly base: RequirementPack; readonly where: string },
): Requirement {
  take(undefined, () => onlyKnown(stored, where, requirementMembers));
  const id = take("", () => filled(`${where}.id`)(stored.at("id")));
  const known = base.requirements.find((one) => one.id === id);
  return {
    id,
    title: take(
      "",
      () =>
        stored.at("title").optional(filled(`${where}.title`)) ??
        known?.title ??
        filled(`${where}.title`)(stored.at("title")),
    ),
    duties: take([], () => stored.at("duties").optional(texts) ?? known?.duties ?? []),
    severity: take("must", () => stored.at("severity").oneOf(["must", "advisory"])),
    checks: take([], () => texts(stored.at("checks"))),
  };
}

function readSettings(stored: JsonReader, base: PackSettings): PackSettings {
  const given = stored.optional((settings) => settings);
  if (given === undefined) return base;
  onlyKnown(given, "pack.settings", Object.keys(base));
  const duration = (name: keyof PackSettings): number =>
    given.at(name).optional((value) => positive(value, name)) ?? base[name];
  return {
    answerBudgetMs: duration("answerBudgetMs"),
    resultBudgetMs: duration("resultBudgetMs"),
    completionWindowMs: duration("completionWindowMs"),
    testCompletionWindowMs: duration("testCompletionWindowMs"),
  };
}

function positive(value: JsonReader, name: string): number {
  const milliseconds = value.number();
  if (Number.isInteger(milliseconds) && milliseconds > 0) return milliseconds;
  throw new TypeError(
    `Expected whole milliseconds above 0 at pack.settings.${name}, found ${milliseconds}`,
  );
}

function filled(where: string): (value: JsonReader) => string {
  return (value) => {
    const text = value.text();
    if (text.trim() !== "") return text;
    throw new TypeError(`Expected text that is not empty at ${where}, found none`);
  };
}

function onlyKnown(stored: JsonReader, where: string, known: readonly string[]): void {
  const unknown = Object.keys(stored.object()).filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new TypeError(
      `Expected only ${known.join(", ")} at ${where}, found ${unknown.map((name) => JSON.stringify(name)).join(", ")}`,
    );
}

function findingOf(error: unknown): DraftFinding {
  const message = error instanceof Error ? error.message : String(error);
  const [, where = "pack"] = / at (pack[^ ,]*),/u.exec(message) ?? [];
  return { where, message };
}

function texts(stored: JsonReader): readonly string[] {
  return stored.list((one) => one.text());
}
