import { part } from "./addresses.ts";
import type { Integration } from "./integration.wire.ts";
import type { ApiCalls } from "./lifecycle-calls.ts";
import type { Actor } from "./lifecycle.wire.ts";
import type {
  AdherenceReport,
  AttachedExchange,
  FeatureRelease,
  ReleaseAudience,
  ReleaseDraft,
  Revalidation,
} from "./revalidation.wire.ts";

/** The calls about what asks integrations to prove themselves again. */
export interface RevalidationCalls {
  /** Says who is told about an integration. */
  readonly changeContact: (
    integrationId: string,
    change: { readonly contact: string; readonly actor?: Actor },
  ) => Promise<Integration>;
  readonly reportAdherence: (
    integrationId: string,
    report: {
      readonly observation: string;
      readonly exchange?: AttachedExchange;
      readonly actor?: Actor;
    },
  ) => Promise<AdherenceReport>;
  readonly decideAdherenceReport: (
    reportId: string,
    decision: {
      readonly decision: "upheld" | "dismissed";
      readonly reason: string;
      readonly actor?: Actor;
    },
  ) => Promise<AdherenceReport>;
  /** About one integration, or all; the newest first. */
  readonly listAdherenceReports: (integrationId?: string) => Promise<readonly AdherenceReport[]>;
  readonly draftRelease: (
    draft: ReleaseDraft & { readonly actor?: Actor },
  ) => Promise<FeatureRelease>;
  /** Once; tells every integration that it concerns. */
  readonly publishRelease: (
    releaseId: string,
    publication: { readonly actor?: Actor },
  ) => Promise<FeatureRelease>;
  readonly loadRelease: (releaseId: string) => Promise<FeatureRelease>;
  /** The newest first. Default `published`: the release notes. */
  readonly listReleases: (state?: FeatureRelease["state"]) => Promise<readonly FeatureRelease[]>;
  readonly loadAudience: (releaseId: string) => Promise<ReleaseAudience>;
  /** Developer Support asks for one, with a deadline; a partner begins one by itself, without any. */
  readonly openRevalidation: (
    integrationId: string,
    asked: { readonly subject: string; readonly reason: string; readonly actor?: Actor },
  ) => Promise<Revalidation>;
  readonly declareChange: (
    integrationId: string,
    declared: { readonly change: string; readonly actor?: Actor },
  ) => Promise<Revalidation>;
  readonly withdrawRevalidation: (
    revalidationId: string,
    withdrawal: { readonly reason: string; readonly actor?: Actor },
  ) => Promise<Revalidation>;
  /** Of one integration, or all; the newest first. */
  readonly listRevalidations: (integrationId?: string) => Promise<readonly Revalidation[]>;
}

export function revalidationCalls({ get, post, put }: ApiCalls): RevalidationCalls {
  return {
    changeContact: async (id, change) => put(`/integrations/${part(id)}/contact`, change),
    reportAdherence: async (id, report) =>
      post(`/integrations/${part(id)}/adherence-reports`, report),
    decideAdherenceReport: async (id, decision) =>
      post(`/adherence-reports/${part(id)}/decision`, decision),
    listAdherenceReports: async (id) =>
      (
        await get<{ readonly reports: readonly AdherenceReport[] }>(
          `/adherence-reports${ofIntegration(id)}`,
        )
      ).reports,
    draftRelease: async (draft) => post("/releases", draft),
    publishRelease: async (id, publication) => post(`/releases/${part(id)}/publish`, publication),
    loadRelease: async (id) => get(`/releases/${part(id)}`),
    listReleases: async (state = "published") =>
      (
        await get<{ readonly releases: readonly FeatureRelease[] }>(
          `/releases?${new URLSearchParams({ state }).toString()}`,
        )
      ).releases,
    loadAudience: async (id) => get(`/releases/${part(id)}/affected`),
    openRevalidation: async (id, asked) => post(`/integrations/${part(id)}/revalidations`, asked),
    declareChange: async (id, declared) =>
      post(`/integrations/${part(id)}/declared-changes`, declared),
    withdrawRevalidation: async (id, withdrawal) =>
      post(`/revalidations/${part(id)}/withdraw`, withdrawal),
    listRevalidations: async (id) =>
      (
        await get<{ readonly revalidations: readonly Revalidation[] }>(
          `/revalidations${ofIntegration(id)}`,
        )
      ).revalidations,
  };
}

function ofIntegration(integration: string | undefined): string {
  return integration === undefined ? "" : `?${new URLSearchParams({ integration }).toString()}`;
}
