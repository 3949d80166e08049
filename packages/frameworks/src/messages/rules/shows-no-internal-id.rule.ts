import { excerpt } from "../../evidence/answer-text.ts";
import type { MessageRule } from "./message-rule.ts";

const uuid = String.raw`(?<![\da-f])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\da-f])`;
// An id is told by its name before it: `candidate_id=17`, `personId: 17`, `ID 10432`. An order number is none.
const numbered = String.raw`(?<![\p{L}\p{N}])[\p{L}\p{N}]*(?:_id|(?-i:[a-z]Id))["']?\s?[:=#]?\s?\d+|(?<![\p{L}\p{N}])id["']?\s?[:=#]?\s?\d{3,}`;
const unixPath = String.raw`(?<![\p{L}\p{N}/:.])/(?:app|etc|home|mnt|opt|root|srv|tmp|usr|var)/[\w./-]+`;
const windowsPath = String.raw`(?<![\p{L}\p{N}])[a-z]:\\[\w\\.-]+`;
const internal = new RegExp([uuid, numbered, unixPath, windowsPath].join("|"), "iu");

/** Shows no id or file path of the partner's own systems. */
export const showsNoInternalId: MessageRule = {
  id: "message.shows-no-internal-id",
  title: "Shows no id or file path of the partner's own systems",
  arrived: ({ userMessage }) => {
    const found = internal.exec(userMessage)?.[0];
    return found === undefined ? undefined : `an internal id or path ${excerpt(found)}`;
  },
  toDo: "Name candidate, job or assessment as the recruiter knows them; ids belong into debugErrorMessage.",
};
