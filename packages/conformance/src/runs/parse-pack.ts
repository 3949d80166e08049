import type { JsonReader } from "@slipway/foundation";

import type { PackSettings } from "../check.ts";
import type { Requirement, RequirementPack } from "../requirement-pack.ts";

/** A pack as `freezePack` stored it. */
export function parsePack(stored: JsonReader): RequirementPack {
  return {
    id: stored.at("id").text(),
    version: stored.at("version").text(),
    framework: stored.at("framework").text(),
    title: stored.at("title").text(),
    settings: parsePackSettings(stored.at("settings")),
    scenarios: stored.at("scenarios").list((id) => id.text()),
    requirements: stored.at("requirements").list(parseRequirement),
  };
}

/** A pack's numbers, also as they were stored while there was one window for orders of both kinds. */
export function parsePackSettings(stored: JsonReader): PackSettings {
  const completionWindowMs = stored.at("completionWindowMs").number();
  return {
    answerBudgetMs: stored.at("answerBudgetMs").number(),
    resultBudgetMs: stored.at("resultBudgetMs").number(),
    completionWindowMs,
    testCompletionWindowMs:
      stored.at("testCompletionWindowMs").optional((window) => window.number()) ??
      completionWindowMs,
  };
}

function parseRequirement(stored: JsonReader): Requirement {
  return {
    id: stored.at("id").text(),
    title: stored.at("title").text(),
    duties: stored.at("duties").list((duty) => duty.text()),
    severity: stored.at("severity").oneOf(["must", "advisory"]),
    checks: stored.at("checks").list((id) => id.text()),
  };
}
