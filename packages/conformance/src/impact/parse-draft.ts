import { readJson, type Json } from "@slipway/foundation";

import type { Framework } from "../framework.ts";
import type { RequirementPack } from "../requirement-pack.ts";
import { checkDraft } from "./check-draft.ts";
import type { DraftFinding } from "./draft-finding.ts";
import { readDraft } from "./read-draft.ts";

export type ParsedDraft =
  | { readonly kind: "read"; readonly pack: RequirementPack }
  | { readonly kind: "wrong"; readonly findings: readonly DraftFinding[] };

/**
 * A draft of a requirement pack as somebody wrote it. `version`, `title` and `requirements` have to be there; what else is left
 * out is taken from the framework's newest pack, settings one by one. Every fault of its form is found, not only the first;
 * what it names is looked up once its form is right.
 */
export function parseDraft(draft: Json, framework: Framework): ParsedDraft {
  const base = framework.packs.at(-1);
  if (base === undefined) throw new Error(`Expected framework ${framework.id} to have a pack`);
  const { pack, findings } = readDraft(readJson(draft, "pack"), base);
  const all = findings.length > 0 ? findings : checkDraft(pack, framework);
  return all.length === 0 ? { kind: "read", pack } : { kind: "wrong", findings: all };
}
