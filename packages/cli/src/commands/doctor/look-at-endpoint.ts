import { well, type DoctorFinding } from "./doctor-finding.ts";

const timeoutMs = 10_000;

/** Whether anything speaks HTTP at a partner's endpoint; which status it answers does not matter here. */
export async function lookAtEndpoint(endpoint: string): Promise<DoctorFinding> {
  const title = "Partner endpoint";
  try {
    const { status } = await fetch(endpoint, {
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return well(title, `${endpoint} answers (status ${status})`);
  } catch (error) {
    const outcome = {
      kind: "unreachable",
      expected: `an HTTP answer from ${endpoint}`,
      found: reasonOf(error),
      toDo: "Start your endpoint, or correct its address.",
    } as const;
    return { title, outcome };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && cause.message !== "" ? cause.message : error.message;
}
