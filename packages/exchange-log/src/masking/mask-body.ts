import type { Header, MaskKind, RawBody, RecordedBody } from "@slipway/exchange";

import { findInPairs, findInParts } from "./find-in-pairs.ts";
import { findInJson, findInText, type Search } from "./find-in-text.ts";
import type { Found } from "./found.ts";
import type { Marker } from "./marker.ts";
import { readBody, type ReadBody } from "./read-body.ts";
import { render } from "./render.ts";
import { storedJson, storedText } from "./stored-text.ts";

/** A body before masking, read once. */
export interface OpenedBody {
  readonly read: ReadBody;
  /** What is searched: the text, or a beginning of the bytes, one character a byte. */
  readonly text: string;
  readonly form: "json" | "pairs" | "parts" | "text";
  /** The parsed content, where the form is `json`. */
  readonly json: unknown;
}

const shownBytes = 1024;

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

/** Everything in the body that must not be stored. `kind` is set when the body is the value of a marked field. */
export function findInBody(
  { read, text, form }: OpenedBody,
  search: Search,
  kind: MaskKind | undefined,
): readonly Found[] {
  if (text === "") return [];
  const found = findInForm(text, form, { search, kind });
  if (read.kind !== "none" && read.cut) found.push(...findCutEnd(text, search));
  // Text of two bytes a character: what shows without the NULs is masked as a whole.
  const dense = text.includes("\0") ? text.replaceAll("\0", "") : "";
  if (dense !== "" && findInText(dense, search).length > 0)
    found.push({
      start: 0,
      end: text.length,
      kind: "credential",
      value: dense,
      by: "shape",
      within: "",
    });
  return found;
}

function findInForm(
  text: string,
  form: OpenedBody["form"],
  { search, kind }: { readonly search: Search; readonly kind: MaskKind | undefined },
): Found[] {
  if (form === "json") return [...findInJson(text, search, { depth: 0, kind })];
  if (kind !== undefined)
    return [{ start: 0, end: text.length, kind, value: text, by: "place", within: "" }];
  if (form === "parts") return [...findInParts(text, search)];
  return [...(form === "pairs" ? findInPairs(text, search) : findInText(text, search))];
}

/** The beginning of a known secret, or of a government id, where the body was cut in its middle. */
function findCutEnd(text: string, { secrets }: Search): readonly Found[] {
  const forms = secrets.flatMap((secret) =>
    [...secret.plainForms, ...secret.base64Cores].map((form) => ({ form, secret })),
  );
  const found = forms.flatMap(({ form, secret: { kind, value } }): Found[] => {
    for (let length = form.length - 1; length >= 3; length -= 1) {
      if (text.endsWith(form.slice(0, length)))
        return [
          { start: text.length - length, end: text.length, kind, value, by: "known", within: "" },
        ];
    }
    return [];
  });
  const partId = /(?<!\d)\d{3}[-. ]\d{1,2}(?:[-. ]\d{0,3})?$/.exec(text);
  if (partId === null) return found;
  return [
    ...found,
    {
      start: partId.index,
      end: text.length,
      kind: "government-id",
      value: partId[0],
      by: "place",
      within: "",
    },
  ];
}

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
