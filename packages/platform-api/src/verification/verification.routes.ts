import type { FastifyInstance } from "fastify";

import { Problem } from "@slipway/foundation";
import type { Programme, Verification } from "@slipway/programme";

import { checkAddress } from "../requests/check-address.ts";
import {
  designationDoesNotMean,
  designationMeans,
  designationNames,
  wordsOf,
} from "./designation-words.ts";
import { openly, pagePolicy } from "./openly.ts";
import { renderBadge } from "./render-badge.ts";
import { renderUnknown, renderVerification } from "./render-verification.ts";

interface Named {
  readonly name: string;
}

/** What anybody may ask, without a token. Beside health, the marketplace and its own description, nothing else of the platform API is open. */
const publicPaths = [
  "/.well-known/slipway/evidence-keys",
  "/.well-known/slipway/evidence-keys/:name",
  "/verify/:name",
  "/verify/:name/evidence.tar",
  "/badge/:name",
] as const;

/** The public verification address, its badge, its bundle, and the keys that sign bundles. */
export function verificationRoutes(app: FastifyInstance, programme: Programme): void {
  const [keys, key, page, bundle, badge] = publicPaths;
  const open = { preValidation: checkAddress };

  app.get(keys, async (_request, reply) =>
    openly(reply)
      .type("application/json")
      .send(await programme.listEvidenceKeys()),
  );

  app.get<{ Params: Named }>(key, open, async ({ params: { name } }, reply) => {
    const { publicKey } = await programme.loadEvidenceKey(name.replace(/\.pem$/u, ""));
    return openly(reply).type("application/x-pem-file").send(publicKey);
  });

  app.get<{ Params: Named }>(page, open, async ({ params: { name } }, reply) => {
    if (name.endsWith(".json"))
      return openly(reply).send(jsonOf(await programme.viewVerification(withoutEnding(name))));
    const answer = openly(reply).type("text/html; charset=utf-8");
    void answer.header("content-security-policy", pagePolicy);
    const found = await lookUp(programme, name);
    return found.kind === "found"
      ? answer.send(renderVerification(found.verification))
      : answer.code(404).send(renderUnknown(found.message));
  });

  app.get<{ Params: Named }>(bundle, open, async ({ params: { name } }, reply) =>
    openly(reply)
      .header("content-disposition", 'attachment; filename="evidence.tar"')
      .type("application/x-tar")
      .send(await programme.downloadPublicEvidence(name)),
  );

  app.get<{ Params: Named }>(badge, open, async ({ params: { name } }, reply) => {
    const svg = openly(reply).type("image/svg+xml; charset=utf-8");
    const found = await lookUp(programme, withoutEnding(name));
    return found.kind === "found"
      ? svg.send(renderBadge(found.verification))
      : svg.code(404).send(renderBadge(undefined));
  });
}

type Found =
  | { readonly kind: "found"; readonly verification: Verification }
  | { readonly kind: "unknown"; readonly message: string };

/** A page and a picture say in their own form that there is nothing. */
async function lookUp(programme: Programme, id: string): Promise<Found> {
  try {
    return { kind: "found", verification: await programme.viewVerification(id) };
  } catch (error) {
    if (error instanceof Problem && error.status === 404)
      return { kind: "unknown", message: error.message };
    throw error;
  }
}

/** `4711.svg` and `4711.json` name 4711. */
function withoutEnding(name: string): string {
  return name.replace(/\.(?:json|svg)$/u, "");
}

function jsonOf(verification: Verification): object {
  const { designation, standing } = verification;
  const isInForce = standing.kind === "in-force" || standing.kind === "revalidation-due";
  return {
    format: "slipway-verification/1",
    ...verification,
    /** What holds now; null where nothing does. */
    designationInForce: isInForce ? designationNames[designation] : null,
    designation: designationNames[designation],
    statement: wordsOf(verification).sentence,
    means: designationMeans,
    doesNotMean: designationDoesNotMean,
  };
}
