import autocannon, { type Client, type Request, type Result } from "autocannon";

import { endWithParent } from "../processes/end-with-parent.ts";
import type { LoadPlan, LoadResult } from "./load-plan.ts";

// The load generator, a process of its own: is sent plans, answers results.
endWithParent();
process.on("message", (plan: LoadPlan) => {
  void run(plan).then((result) => process.send?.(result));
});
process.send?.("ready");

async function run(plan: LoadPlan): Promise<LoadResult> {
  const result: Result = await autocannon({
    url: plan.base,
    connections: plan.connections,
    duration: plan.seconds,
    headers: plan.headers,
    ...requestsOf(plan),
  });
  return {
    answered: result["2xx"],
    seconds: result.duration,
    refused: result.non2xx,
    failed: result.errors,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    bytes: result.throughput.total,
  };
}

function requestsOf({ send, connections, headers }: LoadPlan): Partial<autocannon.Options> {
  if (send.kind === "get") {
    // Each connection walks its own share of the requests.
    const share = Math.ceil(send.requests.length / connections);
    let taken = 0;
    return {
      setupClient: (client: Client) => {
        const own = send.requests.slice(taken, taken + share);
        taken += share;
        client.setRequests(
          own.map((one) => ({
            method: "GET",
            path: one.path,
            headers: { ...headers, ...one.headers },
          })),
        );
      },
    };
  }
  let next = 0;
  return {
    requests: [
      {
        method: send.method,
        setupRequest: (request: Request) => {
          const one = send.requests[next % send.requests.length];
          next += 1;
          return { ...request, ...one };
        },
      },
    ],
  };
}
