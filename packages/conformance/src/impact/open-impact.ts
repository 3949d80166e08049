import { packHash, type RequirementPack } from "../requirement-pack.ts";
import type { ImpactScope, RunImpact } from "./impact.ts";
import { judgeImpact, type ImpactOptions } from "./judge-impact.ts";
import { loadRunsToHold } from "./runs-to-hold.ts";

/** A draft held against the runs on record, one run at a time as they are asked for. */
export interface Impact {
  readonly pack: Pick<RequirementPack, "id" | "version" | "framework"> & { readonly hash: string };
  readonly scope: ImpactScope;
  /** Each is loaded, judged and let go of before the next; nothing is stored. */
  readonly runs: AsyncIterable<RunImpact>;
}

/** What a draft pack would change for the finished runs of its framework. A dry run: no partner is called, nothing is written. */
export function openImpact(options: ImpactOptions & { readonly scope: ImpactScope }): Impact {
  const { pack, scope } = options;
  const { id, version, framework } = pack;
  return { pack: { id, version, framework, hash: packHash(pack) }, scope, runs: walk(options) };
}

async function* walk(
  options: ImpactOptions & { readonly scope: ImpactScope },
): AsyncGenerator<RunImpact> {
  const { database, framework, scope } = options;
  for (const run of await loadRunsToHold(database.queries, { framework: framework.id, scope })) {
    const impact = await judgeImpact(options, run);
    if (impact !== undefined) yield impact;
  }
}
