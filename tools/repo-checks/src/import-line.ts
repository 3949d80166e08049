import { parseModule } from "@slipway/generate-docs";

/** The line on which `from` imports `specifier`; 1 where it is not written there. */
export function importLine(
  root: string,
  { from, specifier }: { readonly from: string; readonly specifier: string },
): number {
  const { text, lineAt } = parseModule(root, from);
  const at = Math.max(text.indexOf(`"${specifier}"`), text.indexOf(`'${specifier}'`), 0);
  return lineAt(at);
}
