/** Why a step breaks whose kind of action this version does not perform. */
export function performerGone(kind: string): string {
  return `Expected a performer of ${kind}, found that this version has none`;
}
