import {
  DraftUnreadableProblem,
  openImpact,
  parseDraft,
  type Framework,
  type Impact,
  type ImpactScope,
  type RequirementPack,
} from "@slipway/conformance";
import type { Json } from "@slipway/foundation";

import type { ProgrammeParts } from "../programme-parts.ts";
import { FrameworkNotFoundProblem, PackVersionNotFoundProblem } from "./pack.problems.ts";

/** Which draft is held against which runs. */
export interface HoldDraft {
  readonly framework: string;
  /** A pack of the framework by its version, or one as somebody wrote it. */
  readonly draft: { readonly version: string } | { readonly content: Json };
  readonly scope: ImpactScope;
}

/**
 * What a draft pack would change for the finished runs of its framework; nothing is stored. Fails with `FRAMEWORK-NOT-FOUND`,
 * `PACK-VERSION-NOT-FOUND`, or `PACK-DRAFT-WRONG` with every finding.
 */
export function holdDraft(
  parts: ProgrammeParts,
  { framework: id, draft, scope }: HoldDraft,
): Impact {
  const framework = frameworkAt(parts, id);
  const pack =
    "version" in draft ? packAt(framework, draft.version) : packFrom(draft.content, framework);
  return openImpact({ ...parts, framework, pack, scope });
}

/** A pack of a framework as the code has it: what a draft can be written from. */
export function showPack(
  parts: ProgrammeParts,
  { framework, version }: { readonly framework: string; readonly version: string },
): RequirementPack {
  return packAt(frameworkAt(parts, framework), version);
}

function frameworkAt({ frameworks }: ProgrammeParts, id: string): Framework {
  const framework = frameworks.get(id);
  if (framework === undefined) throw new FrameworkNotFoundProblem(id, [...frameworks.keys()]);
  return framework;
}

function packAt({ packs }: Framework, version: string): RequirementPack {
  const pack = packs.find((one) => one.version === version);
  if (pack !== undefined) return pack;
  throw new PackVersionNotFoundProblem(
    version,
    packs.map((known) => known.version),
  );
}

function packFrom(content: Json, framework: Framework): RequirementPack {
  const parsed = parseDraft(content, framework);
  if (parsed.kind === "wrong") throw new DraftUnreadableProblem(framework.id, parsed.findings);
  return parsed.pack;
}
