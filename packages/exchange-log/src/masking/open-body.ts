import type { Header, RawBody } from "@slipway/exchange";

import { readBody, type ReadBody } from "./read-body.ts";

/** A body before masking, read once. */
export interface OpenedBody {
  readonly read: ReadBody;
  /** What is searched: the text, or a beginning of the bytes, one character a byte. */
  readonly text: string;
  readonly form: "json" | "pairs" | "parts" | "text";
  /** The parsed content, where the form is `json`. */
  readonly json: unknown;
}

/** Of a body that is no text, this much is shown. */
export const shownBytes = 1024;

export function openBody(
  body: RawBody,
  headers: readonly Header[],
  limitBytes: number,
): OpenedBody {
  const read = readBody(body, headers, limitBytes);
  switch (read.kind) {
    case "none":
      return { read, text: "", form: "text", json: undefined };
    case "bytes":
      return {
        read,
        text: Buffer.from(read.bytes.subarray(0, shownBytes)).toString("latin1"),
        form: "text",
        json: undefined,
      };
    case "text": {
      const json = read.cut ? undefined : parseJson(read.text);
      const form = json === undefined ? formOf(read.text, headers) : "json";
      return { read, text: read.text, form, json: json?.value };
    }
  }
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  if (!/^[\uFEFF\s]*[[{"\-\dtfn]/.test(text)) return undefined;
  try {
    // Parsed text is unknown until somebody looks.
    return { value: JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text) as unknown };
  } catch {
    return undefined; // It is no JSON, and recorded as the text that it is.
  }
}

function formOf(text: string, headers: readonly Header[]): "pairs" | "parts" | "text" {
  const type = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  if (/multipart\//i.test(type)) return "parts";
  return /x-www-form-urlencoded/i.test(type) || /^[\w.%+[\]-]{1,100}=/.test(text)
    ? "pairs"
    : "text";
}
