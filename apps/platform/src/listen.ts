import type { FastifyInstance } from "fastify";

import { portProblem } from "./check-ports-free.ts";
import type { Configuration, Listener } from "./configuration.ts";

/** Opens a listener's port and returns its address, without a slash at the end. Throws a StartingProblem when it cannot be had. */
export async function listen(
  app: FastifyInstance,
  { host, ports }: Pick<Configuration, "host" | "ports">,
  listener: Listener,
): Promise<string> {
  const port = ports[listener];
  try {
    return await app.listen({ host, port });
  } catch (error) {
    throw portProblem({ listener, host, port }, error) ?? error;
  }
}
