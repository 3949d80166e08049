import type { FastifyInstance } from "fastify";

import type { Programme } from "@slipway/programme";

import { accessRoutes } from "./access/access.routes.ts";
import { adherenceRoutes } from "./adherence/adherence.routes.ts";
import { clockRoutes } from "./clock/clock.routes.ts";
import { deadlineRoutes } from "./deadlines/deadline.routes.ts";
import { evidenceRoutes } from "./evidence/evidence.routes.ts";
import { integrationRoutes } from "./integrations/integration.routes.ts";
import { lifecycleRoutes } from "./lifecycle/lifecycle.routes.ts";
import { listingRoutes } from "./marketplace/listing.routes.ts";
import { noticeRoutes } from "./notices/notice.routes.ts";
import { packRoutes } from "./packs/pack.routes.ts";
import { releaseRoutes } from "./releases/release.routes.ts";
import { revalidationRoutes } from "./revalidations/revalidation.routes.ts";
import { runRoutes } from "./runs/run.routes.ts";
import { sandboxRoutes } from "./sandboxes/sandbox.routes.ts";
import { tenantRoutes } from "./tenants/tenant.routes.ts";
import { threadRoutes } from "./threads/thread.routes.ts";
import { webhookRoutes } from "./webhooks/webhook.routes.ts";

/** Every route below the API's prefix. */
export function platformRoutes(api: FastifyInstance, programme: Programme): void {
  accessRoutes(api, programme);
  integrationRoutes(api, programme);
  lifecycleRoutes(api, programme);
  sandboxRoutes(api, programme);
  runRoutes(api, programme);
  packRoutes(api, programme);
  tenantRoutes(api, programme);
  clockRoutes(api, programme);
  deadlineRoutes(api, programme);
  noticeRoutes(api, programme);
  evidenceRoutes(api, programme);
  adherenceRoutes(api, programme);
  releaseRoutes(api, programme);
  revalidationRoutes(api, programme);
  listingRoutes(api, programme);
  threadRoutes(api, programme);
  webhookRoutes(api, programme);
}
