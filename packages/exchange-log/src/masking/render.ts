import { mergeFound, type Found } from "./found.ts";
import type { Marker } from "./marker.ts";

export interface Rendering {
  readonly marker: Marker;
  /** How what stands between the marks is stored. */
  readonly between: (text: string) => string;
}

/** The text with a mark in the place of everything found. */
export function render(
  text: string,
  found: readonly Found[],
  { marker, between }: Rendering,
): string {
  if (found.length === 0) return between(text);
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, kind, value, bare } of mergeFound(found, text)) {
    const mark = marker(kind, value);
    parts.push(between(text.slice(from, start)), bare === true ? `"${mark}"` : mark);
    from = end;
  }
  return parts.join("") + between(text.slice(from));
}
