import type {
  Actor,
  Design,
  HistoryEntry,
  HistoryVerification,
  Lifecycle,
  StandingMove,
  Submission,
  VersionMove,
} from "./lifecycle.wire.ts";

/** The calls about an integration's life. */
export interface LifecycleCalls {
  readonly loadLifecycle: (integrationId: string) => Promise<Lifecycle>;
  readonly saveDesign: (
    integrationId: string,
    version: number,
    saved: { readonly design: Design; readonly actor?: Actor },
  ) => Promise<Lifecycle>;
  readonly beginVersion: (
    integrationId: string,
    begun: { readonly actor?: Actor; readonly reason: string },
  ) => Promise<Lifecycle>;
  readonly moveVersion: (
    integrationId: string,
    version: number,
    move: VersionMove,
  ) => Promise<Lifecycle>;
  readonly moveStanding: (integrationId: string, move: StandingMove) => Promise<Lifecycle>;
  readonly openReviewItem: (
    integrationId: string,
    version: number,
    item: { readonly about: string; readonly question: string; readonly actor?: Actor },
  ) => Promise<Lifecycle>;
  readonly closeReviewItem: (
    integrationId: string,
    itemId: string,
    closing: { readonly answer: string; readonly actor?: Actor },
  ) => Promise<Lifecycle>;
  readonly viewSubmission: (integrationId: string, version: number) => Promise<Submission>;
  readonly confirmSlot: (
    integrationId: string,
    version: number,
    confirmed: { readonly slot: string; readonly actor?: Actor },
  ) => Promise<Submission>;
  readonly listHistory: (integrationId: string) => Promise<readonly HistoryEntry[]>;
  readonly verifyHistory: () => Promise<HistoryVerification>;
  /** Once; the same name again returns the one on record. */
  readonly recordCustomer: (
    name: string,
  ) => Promise<{ readonly id: string; readonly name: string; readonly createdAt: string }>;
}

/** How the API is called, below its prefix. */
export interface ApiCalls {
  readonly get: <Answer>(path: string) => Promise<Answer>;
  readonly post: <Answer>(path: string, body?: object) => Promise<Answer>;
  readonly put: <Answer>(path: string, body: object) => Promise<Answer>;
}

export function lifecycleCalls({ get, post, put }: ApiCalls): LifecycleCalls {
  return {
    loadLifecycle: async (id) => get(at(id)),
    saveDesign: async (id, version, saved) => put(`${at(id)}/versions/${version}/design`, saved),
    beginVersion: async (id, begun) => post(`${at(id)}/versions`, begun),
    moveVersion: async (id, version, move) => post(`${at(id)}/versions/${version}/events`, move),
    moveStanding: async (id, move) => post(`${at(id)}/events`, move),
    openReviewItem: async (id, version, item) => post(`${at(id)}/versions/${version}/items`, item),
    closeReviewItem: async (id, itemId, closing) =>
      post(`${at(id)}/items/${encodeURIComponent(itemId)}/close`, closing),
    viewSubmission: async (id, version) => get(`${at(id)}/versions/${version}/submission`),
    confirmSlot: async (id, version, confirmed) =>
      post(`${at(id)}/versions/${version}/submission/confirmations`, confirmed),
    listHistory: async (id) =>
      (await get<{ readonly history: readonly HistoryEntry[] }>(`${at(id)}/history`)).history,
    verifyHistory: async () => get("/history/verification"),
    recordCustomer: async (name) => post("/customers", { name }),
  };
}

function at(integrationId: string): string {
  return `/integrations/${encodeURIComponent(integrationId)}`;
}
