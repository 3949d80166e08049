import type { MediaType } from "@slipway/frameworks";
import { unreachable } from "@slipway/foundation";

/** Whether a file begins as files of its media type do. */
export function beginsAs(mediaType: MediaType, bytes: Uint8Array): boolean {
  const text = (from: number, to: number): string =>
    Buffer.from(bytes.subarray(from, to)).toString("latin1");
  switch (mediaType) {
    case "image/png":
      return text(0, 8) === "\x89PNG\r\n\x1a\n";
    case "image/jpeg":
      return text(0, 3) === "\xff\xd8\xff";
    case "image/webp":
      return text(0, 4) === "RIFF" && text(8, 12) === "WEBP";
    case "video/mp4":
    case "video/quicktime":
      return text(4, 8) === "ftyp";
    case "video/webm":
      return text(0, 4) === "\x1a\x45\xdf\xa3";
    default:
      return unreachable(mediaType);
  }
}
