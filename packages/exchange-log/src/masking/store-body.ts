import type { RecordedBody } from "@slipway/exchange";

import type { Found } from "./found.ts";
import type { Marker } from "./marker.ts";
import { shownBytes, type OpenedBody } from "./open-body.ts";
import { render } from "./render.ts";
import { storedJson, storedText } from "./stored-text.ts";

/** The body as it is stored, and whether it had to be cut for that. */
export function storeBody(
  { read, text, form }: OpenedBody,
  found: readonly Found[],
  { marker, limitBytes }: { readonly marker: Marker; readonly limitBytes: number },
): { readonly body: RecordedBody; readonly isTooLong: boolean } {
  if (read.kind === "none") return { body: { kind: "none" }, isTooLong: false };
  const { byteCount } = read;
  if (read.kind === "bytes") {
    const content = render(text, found, { marker, between: hexadecimal });
    const isTooLong = read.bytes.length > shownBytes;
    return {
      body: { kind: "bytes", content, byteCount, ...cutMark(read.cut || isTooLong) },
      isTooLong,
    };
  }
  const between = form === "json" ? storedJson : storedText;
  const whole = render(text, found, { marker, between });
  const content = beginning(whole, limitBytes);
  const isTooLong = content.length < whole.length;
  const kind = form === "json" && !isTooLong ? "json" : "text";
  return { body: { kind, content, byteCount, ...cutMark(read.cut || isTooLong) }, isTooLong };
}

function hexadecimal(part: string): string {
  return Buffer.from(part, "latin1").toString("hex");
}

function cutMark(isCut: boolean): { readonly cut?: true } {
  return isCut ? { cut: true } : {};
}

/** At most `limitBytes` of the content, without half a character or half a mark at its end. */
function beginning(content: string, limitBytes: number): string {
  if (content.length * 3 <= limitBytes || Buffer.byteLength(content) <= limitBytes) return content;
  const cut = Buffer.from(content)
    .toString("utf8", 0, limitBytes)
    .replace(/\uFFFD$/, "");
  const opened = cut.lastIndexOf("⟦");
  return opened > cut.lastIndexOf("⟧") ? cut.slice(0, opened) : cut;
}
