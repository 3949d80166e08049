import { METHODS } from "node:http";

import type { FastifyInstance } from "fastify";

import { VerbProblem } from "../problems/request.problems.ts";

/** Answers every verb that a route of `register` does not take with 405 and the verbs that it takes. */
export function refuseOtherVerbs(api: FastifyInstance, register: () => void): void {
  // Whatever Node reads as a verb is answered on a path that exists. CONNECT has no path.
  for (const verb of METHODS.filter((one) => !api.supportedMethods.includes(one)))
    if (verb !== "CONNECT") api.addHttpMethod(verb, { hasBody: true });
  const taken = new Map<string, Set<string>>();
  let isRegistering = true;
  api.addHook("onRoute", ({ routePath, method }) => {
    if (!isRegistering) return;
    const verbs = taken.get(routePath) ?? new Set();
    taken.set(routePath, verbs);
    for (const verb of [method].flat()) verbs.add(verb);
  });
  register();
  isRegistering = false;
  for (const [url, verbs] of taken) {
    const refuse = async (request: { readonly method: string }): Promise<never> => {
      throw new VerbProblem(request.method, [...verbs].toSorted());
    };
    const method = api.supportedMethods.filter((verb) => !verbs.has(verb));
    // Before a body is read: whatever it holds, the verb decides.
    api.route({ method, url, onRequest: refuse, handler: refuse });
  }
}
