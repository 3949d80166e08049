import type { MaskKind } from "@slipway/exchange";

import { findInPairs, findInParts } from "./find-in-pairs.ts";
import { findInJson, findInText, type Search } from "./find-in-text.ts";
import { nothingFound, type Found } from "./found.ts";
import type { OpenedBody } from "./open-body.ts";

/** Everything in the body that must not be stored. `kind` is set when the body is the value of a marked field. */
export function findInBody(
  { read, text, form }: OpenedBody,
  search: Search,
  kind: MaskKind | undefined,
): readonly Found[] {
  if (text === "") return nothingFound;
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
