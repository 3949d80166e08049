import { part } from "./addresses.ts";
import type { ApiCalls } from "./lifecycle-calls.ts";
import type { Actor } from "./lifecycle.wire.ts";

/** What a sandbox may be used for, whether the partner accepted it, and whether the sandbox is withdrawn. */
export interface SandboxUse {
  readonly sandboxId: string;
  readonly policy: { readonly version: number; readonly digest: string; readonly text: string };
  /** Of the policy as it stands; null while nobody accepted it. */
  readonly accepted: { readonly by: string; readonly at: string } | null;
  readonly withdrawn: { readonly by: string; readonly reason: string; readonly at: string } | null;
  /** Signs of other use in the last days, for a person to judge. */
  readonly signals: readonly MisuseSignal[];
}

/** That a rule of docs/misuse-signals.md applies to one tenant; instants are on the tenant's clock. */
interface MisuseSignal {
  readonly rule: string;
  readonly explanation: string;
  readonly toDo: string;
  readonly customerId: string;
  /** Of calls. */
  readonly count: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** The newest of them, at most five. */
  readonly exchangeIds: readonly string[];
  readonly sample: string;
}

interface UseChange {
  readonly reason: string;
  readonly actor?: Actor;
}

/** The calls about what a sandbox may be used for. */
export interface SandboxUseCalls {
  readonly showSandboxUse: (sandboxId: string) => Promise<SandboxUse>;
  readonly acceptSandboxPolicy: (
    sandboxId: string,
    acceptance: { readonly version: number; readonly actor?: Actor },
  ) => Promise<SandboxUse>;
  readonly withdrawSandbox: (sandboxId: string, change: UseChange) => Promise<SandboxUse>;
  readonly restoreSandbox: (sandboxId: string, change: UseChange) => Promise<SandboxUse>;
}

export function sandboxUseCalls({ get, post }: Pick<ApiCalls, "get" | "post">): SandboxUseCalls {
  return {
    showSandboxUse: async (id) => get(`${at(id)}/use`),
    acceptSandboxPolicy: async (id, acceptance) => post(`${at(id)}/accept-policy`, acceptance),
    withdrawSandbox: async (id, change) => post(`${at(id)}/withdraw`, change),
    restoreSandbox: async (id, change) => post(`${at(id)}/restore`, change),
  };
}

function at(sandboxId: string): string {
  return `/sandboxes/${part(sandboxId)}`;
}
