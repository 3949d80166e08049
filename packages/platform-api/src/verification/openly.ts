import type { FastifyReply } from "fastify";

/** How long anybody may keep an answer: what it says may be untrue a moment later. */
const cacheControl = "public, max-age=60, must-revalidate";

/** A public page needs nothing but its own style. */
export const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

/** The heads of an answer that anybody may have, without a token. */
export function openly(reply: FastifyReply): FastifyReply {
  return reply
    .header("cache-control", cacheControl)
    .header("access-control-allow-origin", "*")
    .header("x-content-type-options", "nosniff");
}
