import { Type } from "typebox";

import { at, count, named, oneOf, text } from "./shapes.ts";

const report = {
  id: text,
  integrationId: text,
  observation: text,
  exchange: Type.Optional(Type.Object({ customerId: text, exchangeId: text })),
  reportedBy: named("Actor"),
  reportedAt: at,
};

const release = {
  id: text,
  title: text,
  whatItIs: text,
  notes: text,
  isMandatory: Type.Boolean(),
  framework: text,
  connectorTypes: Type.Array(oneOf("prime", "standard")),
  draftedBy: named("Actor"),
  draftedAt: at,
};

const concerned = { integrationId: text, name: text, version: count };

/** Reports of customers, releases of the suite, revalidations, and evidence. */
export const revalidationAnswers = {
  AdherenceReport: Type.Union([
    Type.Object({ ...report, state: Type.Literal("open") }),
    Type.Object({
      ...report,
      state: oneOf("upheld", "dismissed"),
      decidedBy: named("Actor"),
      decidedAt: at,
      reason: text,
    }),
  ]),
  AdherenceReportList: Type.Object({ reports: Type.Array(named("AdherenceReport")) }),
  FeatureRelease: Type.Union([
    Type.Object({ ...release, state: Type.Literal("draft") }),
    Type.Object({
      ...release,
      state: Type.Literal("published"),
      publishedBy: named("Actor"),
      publishedAt: at,
    }),
  ]),
  FeatureReleaseList: Type.Object({ releases: Type.Array(named("FeatureRelease")) }),
  ReleaseAudience: Type.Union([
    Type.Object({
      state: Type.Literal("draft"),
      affected: Type.Array(
        Type.Object({
          ...concerned,
          validatedAt: at,
          standing: text,
          contact: Type.Optional(text),
        }),
      ),
    }),
    Type.Object({
      state: Type.Literal("published"),
      told: Type.Array(
        Type.Object({
          ...concerned,
          contact: text,
          noticeId: text,
          deadlineId: Type.Optional(text),
        }),
      ),
    }),
  ]),
  Revalidation: Type.Object({
    id: text,
    integrationId: text,
    cause: oneOf("report", "release", "declared-change", "developer-support", "partner"),
    reportId: Type.Optional(text),
    releaseId: Type.Optional(text),
    subject: text,
    deadlineId: Type.Optional(text),
    validatedVersion: count,
    openedBy: named("Actor"),
    openedAt: at,
    state: oneOf("open", "completed", "withdrawn"),
    version: Type.Optional(count),
    endedBy: Type.Optional(named("Actor")),
    endedAt: Type.Optional(at),
    reason: Type.Optional(text),
  }),
  RevalidationList: Type.Object({ revalidations: Type.Array(named("Revalidation")) }),
  EvidenceBundle: Type.Object({
    integrationId: text,
    version: count,
    decidedAt: at,
    keyId: text,
    sha256: text,
    byteCount: count,
    builtAt: at,
    publishedAt: Type.Optional(at),
    verification: text,
  }),
  EvidenceKey: Type.Object({
    id: text,
    algorithm: Type.Literal("Ed25519"),
    publicKey: text,
    validFrom: at,
    validUntil: Type.Union([at, Type.Null()]),
    revokedAt: Type.Union([at, Type.Null()]),
    revokedBecause: Type.Union([text, Type.Null()]),
  }),
  EvidenceKeys: Type.Object({ format: text, keys: Type.Array(named("EvidenceKey")) }),
};
