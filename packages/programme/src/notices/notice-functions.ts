import type { ProgrammeParts } from "../programme-parts.ts";
import type { Programme } from "../programme.ts";
import { listNotices, loadNotice } from "./notice.store.ts";
import { resolveNotice } from "./resolve-notice.ts";

type NoticeFunctions = Pick<Programme, "listNotices" | "loadNotice" | "resolveNotice">;

/** The programme's functions about the outbox of mail. */
export function noticeFunctions(parts: ProgrammeParts): NoticeFunctions {
  const { queries } = parts.database;
  return {
    listNotices: async (query) => listNotices(queries, query),
    loadNotice: async (id) => loadNotice(queries, id),
    resolveNotice: async (resolution) => resolveNotice(parts, resolution),
  };
}
