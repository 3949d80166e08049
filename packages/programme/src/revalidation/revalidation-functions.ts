import type { AdherenceReport } from "../adherence/adherence-report.ts";
import { listAdherenceReports } from "../adherence/adherence.store.ts";
import {
  decideAdherenceReport,
  type DecideAdherenceReport,
} from "../adherence/decide-adherence-report.ts";
import { reportAdherence, type ReportAdherence } from "../adherence/report-adherence.ts";
import { changeContact, type ChangeContact } from "../integrations/change-contact.ts";
import type { IntegrationQuery } from "../integrations/integration.store.ts";
import type { Integration } from "../integrations/integration.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { audienceOf } from "../releases/affected-by-release.ts";
import { draftRelease, type DraftRelease } from "../releases/draft-release.ts";
import type { FeatureRelease, ReleaseAudience, ReleaseState } from "../releases/feature-release.ts";
import { publishRelease, type PublishRelease } from "../releases/publish-release.ts";
import { listReleases, loadRelease } from "../releases/release.store.ts";
import {
  askRevalidation,
  declareChange,
  type AskRevalidation,
  type DeclareChange,
} from "./ask-revalidation.ts";
import { listRevalidations } from "./revalidation.store.ts";
import type { Revalidation } from "./revalidation.ts";
import { withdrawRevalidation, type WithdrawRevalidation } from "./withdraw-revalidation.ts";

/** What calls integrations to prove themselves again, and what follows. */
export interface RevalidationFunctions {
  /** Says who is told about an integration. */
  readonly changeContact: (input: ChangeContact) => Promise<Integration>;
  /** A customer reports that an integration does not keep to the process or to its features. */
  readonly reportAdherence: (input: ReportAdherence) => Promise<AdherenceReport>;
  /** Upheld, a report opens a revalidation. */
  readonly decideAdherenceReport: (input: DecideAdherenceReport) => Promise<AdherenceReport>;
  readonly listAdherenceReports: (query?: IntegrationQuery) => Promise<readonly AdherenceReport[]>;
  readonly draftRelease: (input: DraftRelease) => Promise<FeatureRelease>;
  /** Tells every integration that it concerns; a mandatory feature asks each for a revalidation within a year. */
  readonly publishRelease: (input: PublishRelease) => Promise<FeatureRelease>;
  readonly loadRelease: (id: string) => Promise<FeatureRelease>;
  /** Release notes, or the drafts of what is to come. */
  readonly listReleases: (state: ReleaseState) => Promise<readonly FeatureRelease[]>;
  /** Whom a draft would concern, or whom a published release was told to. */
  readonly loadAudience: (releaseId: string) => Promise<ReleaseAudience>;
  readonly askRevalidation: (input: AskRevalidation) => Promise<Revalidation>;
  readonly declareChange: (input: DeclareChange) => Promise<Revalidation>;
  readonly withdrawRevalidation: (input: WithdrawRevalidation) => Promise<Revalidation>;
  readonly listRevalidations: (query?: IntegrationQuery) => Promise<readonly Revalidation[]>;
}

export function revalidationFunctions(parts: ProgrammeParts): RevalidationFunctions {
  const { queries } = parts.database;
  return {
    changeContact: async (input) => changeContact(parts, input),
    reportAdherence: async (input) => reportAdherence(parts, input),
    decideAdherenceReport: async (input) => decideAdherenceReport(parts, input),
    listAdherenceReports: async (query = {}) => listAdherenceReports(queries, query),
    draftRelease: async (input) => draftRelease(parts, input),
    publishRelease: async (input) => publishRelease(parts, input),
    loadRelease: async (id) => loadRelease(queries, id),
    listReleases: async (state) => listReleases(queries, state),
    loadAudience: async (releaseId) => audienceOf(queries, releaseId),
    askRevalidation: async (input) => askRevalidation(parts, input),
    declareChange: async (input) => declareChange(parts, input),
    withdrawRevalidation: async (input) => withdrawRevalidation(parts, input),
    listRevalidations: async (query = {}) => listRevalidations(queries, query),
  };
}
