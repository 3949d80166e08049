import { listHistory } from "../history/history.store.ts";
import { verifyHistory } from "../history/verify-history.ts";
import { loadIntegration } from "../integrations/integration.store.ts";
import { recordCustomer } from "../integrations/record-customer.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import type { Programme } from "../programme.ts";
import {
  revalidationFunctions,
  type RevalidationFunctions,
} from "../revalidation/revalidation-functions.ts";
import { closeOpenItem, openReviewItem } from "./change-review-items.ts";
import { beginVersion, saveDesign } from "./draft-version.ts";
import { viewLifecycle } from "./lifecycle-view.ts";
import { moveStanding } from "./move-standing.ts";
import { moveVersion } from "./move-version.ts";

type LifecycleFunctions = Pick<
  Programme,
  | "loadLifecycle"
  | "saveDesign"
  | "beginVersion"
  | "moveVersion"
  | "moveStanding"
  | "openReviewItem"
  | "closeReviewItem"
  | "listHistory"
  | "verifyHistory"
  | "recordCustomer"
>;

/** What the programme does with an integration's life. What changes it answers with how it stands then. */
export function lifecycleFunctions(
  parts: ProgrammeParts,
): LifecycleFunctions & RevalidationFunctions {
  const { queries } = parts.database;
  return {
    loadLifecycle: async (integrationId) => viewLifecycle(parts, integrationId),
    saveDesign: async (input) => {
      await saveDesign(parts, input);
      return viewLifecycle(parts, input.integrationId);
    },
    beginVersion: async (input) => {
      await beginVersion(parts, input);
      return viewLifecycle(parts, input.integrationId);
    },
    moveVersion: async (move) => {
      await moveVersion(parts, move);
      return viewLifecycle(parts, move.integrationId);
    },
    moveStanding: async (move) => {
      await moveStanding(parts, move);
      return viewLifecycle(parts, move.integrationId);
    },
    openReviewItem: async (input) => {
      await openReviewItem(parts, input);
      return viewLifecycle(parts, input.integrationId);
    },
    closeReviewItem: async (input) => {
      await closeOpenItem(parts, input);
      return viewLifecycle(parts, input.integrationId);
    },
    listHistory: async (integrationId) => {
      const { id } = await loadIntegration(queries, integrationId);
      return listHistory(queries, id);
    },
    verifyHistory: async () => verifyHistory(queries),
    recordCustomer: async (name) => recordCustomer(parts, name),
    ...revalidationFunctions(parts),
  };
}
