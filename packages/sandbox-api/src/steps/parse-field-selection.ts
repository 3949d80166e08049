import {
  parseFieldsParameter,
  type FieldSelection,
  type ProfileNoun,
  type ProfileRef,
} from "@slipway/ats-model";

import type { SessionCall } from "../call/call.ts";
import { queryParameter } from "../call/query-parameter.ts";
import { noteRequested } from "../recording/note-fields.ts";

/** The fields to return: those named, or the type's default set. */
export function parseFieldSelection(
  call: SessionCall & { readonly noun: ProfileNoun; readonly ref?: ProfileRef },
): { readonly selection: FieldSelection } {
  const { arrival, session, noun, notes, ref } = call;
  const parameter = queryParameter(arrival.query, "fields");
  const selection = parseFieldsParameter(parameter, noun, session.tenant);
  noteRequested(notes, { noun, id: ref?.id }, selection.requested);
  return { selection };
}
