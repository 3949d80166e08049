import {
  DraftUnreadableProblem,
  openImpact,
  packOf,
  parseDraft,
  type Framework,
  type Impact,
  type ImpactScope,
  type RequirementPack,
} from "@slipway/conformance";
import type { Json } from "@slipway/foundation";

import type { ProgrammeParts } from "../programme-parts.ts";
import { frameworkOf } from "./start-validation.ts";

/** Which draft is held against which runs. */
export interface HoldDraft {
  readonly framework: string;
  /** A pack of the framework by its version, or one as somebody wrote it. */
  readonly draft: { readonly version: string } | { readonly content: Json };
  readonly scope: ImpactScope;
}

/**
 * What a draft pack would change for the finished runs of its framework; nothing is stored. Fails with `FRAMEWORK-UNKNOWN`,
 * `PACK-NOT-FOUND`, or `PACK-DRAFT-WRONG` with every finding.
 */
export function holdDraft(
  parts: ProgrammeParts,
  { framework: id, draft, scope }: HoldDraft,
): Impact {
  const framework = frameworkOf(parts, id);
  const pack =
    "version" in draft ? packOf(framework, draft.version) : packFrom(draft.content, framework);
  return openImpact({ ...parts, framework, pack, scope });
}

/** A pack of a framework as the code has it: what a draft can be written from. */
export function showPack(
  parts: ProgrammeParts,
  { framework, version }: { readonly framework: string; readonly version: string },
): RequirementPack {
  return packOf(frameworkOf(parts, framework), version);
}

function packFrom(content: Json, framework: Framework): RequirementPack {
  const parsed = parseDraft(content, framework);
  if (parsed.kind === "wrong") throw new DraftUnreadableProblem(framework.id, parsed.findings);
  return parsed.pack;
}
