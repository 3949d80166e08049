import type { Framework } from "@slipway/conformance";
import type { Json } from "@slipway/foundation";

import { collateralOf2026, type CollateralRevision } from "./collateral/collateral-slots.ts";
import { primeAssessment } from "./prime-assessment/prime-assessment.framework.ts";
import { standardAssessment } from "./standard-assessment/standard-assessment.framework.ts";

/** A framework with what the platform has to know of it outside of runs. */
export interface RegisteredFramework {
  readonly framework: Framework;
  readonly connectorType: "prime" | "standard";
  /** The call with which the preflight sees whether the partner lets the platform in. */
  readonly probe: (customerId: string) => ProbeRequest;
  /** What a partner may leave out, and what it has to prove once its design declares it. */
  readonly optionalFeatures: readonly OptionalFeature[];
  /** What a submission holds besides its run, by version of the guide; newest last. */
  readonly collateral: readonly CollateralRevision[];
  /** Where the names of what the partner offers come from. */
  readonly offers: "package-list" | "enablement-sheet";
}

/** A feature that an integration of a framework may have. */
export interface OptionalFeature {
  /** As designs and enablement sheets name it. */
  readonly id: string;
  readonly title: string;
  /** Ids of requirements that hold for whoever declares it, in whichever version of a pack. */
  readonly requirements: readonly string[];
}

/** A call below the partner's endpoint. */
export interface ProbeRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Json;
  readonly gzip?: boolean;
}

/** The type of the event with which the preflight asks; partners answer 200 to types that they do not know. */
const connectionTestEventType = "ConnectionTestEvent";

/** Every framework of this installation. A new one is its folder and its entry here. */
export const frameworkRegistry: readonly RegisteredFramework[] = [
  {
    framework: primeAssessment,
    connectorType: "prime",
    probe: (customerId) => ({ method: "GET", path: "/packages", query: { customerId } }),
    optionalFeatures: [
      { id: "cancel", title: "Orders can be cancelled", requirements: ["PA-CAN-1"] },
      {
        id: "add-test-package",
        title: "A package is added when the platform asks for it",
        requirements: ["PA-PKG-2"],
      },
    ],
    collateral: collateralOf2026,
    offers: "package-list",
  },
  {
    framework: standardAssessment,
    connectorType: "standard",
    probe: (customerId) => ({
      method: "POST",
      path: "/events",
      gzip: true,
      body: {
        eventType: connectionTestEventType,
        customerId,
        systemId: "0",
        userId: "0",
        links: [],
      },
    }),
    optionalFeatures: [],
    collateral: collateralOf2026,
    offers: "enablement-sheet",
  },
];

/** The entry of a framework; undefined for one that is not of this installation. */
export function registeredFramework(id: string): RegisteredFramework | undefined {
  return frameworkRegistry.find(({ framework }) => framework.id === id);
}
