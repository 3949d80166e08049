import type { Run } from "@slipway/conformance";
import type { Region } from "@slipway/exchange";

/** A run with where it stands: what was done, and who has to do what until when. */
export interface RunProgressView {
  readonly run: Run;
  readonly steps: { readonly done: number; readonly waiting: number; readonly total: number };
  readonly waitingFor: readonly {
    readonly region: Region;
    readonly scenario: string;
    readonly step: string;
    readonly for: "platform" | "partner";
    readonly toDo: string;
    readonly until: Date;
  }[];
}
