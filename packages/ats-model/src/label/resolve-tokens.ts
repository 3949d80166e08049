import type { Labelled } from "./label-of.ts";
import { labelOf } from "./label-of.ts";

/** A text in which tokens were replaced, and the tokens that stand for nothing. */
export interface ResolvedText {
  readonly text: string;
  /** The inside of each token left as it is, in order, once each. */
  readonly unresolved: readonly string[];
}

const token = /\{\{([^{}]*)\}\}/g;

/** Replaces `{{person.usssn}}` by the tenant's label (DOC); a token that names no field stays visible as it was sent. */
export function resolveTokens(text: string, tenant: Labelled): ResolvedText {
  const unresolved = new Set<string>();
  const resolved = text.replaceAll(token, (whole: string, inside: string) => {
    const label = labelOf(tenant, inside.trim());
    if (label === undefined) unresolved.add(inside.trim());
    return label ?? whole;
  });
  return { text: resolved, unresolved: [...unresolved] };
}
