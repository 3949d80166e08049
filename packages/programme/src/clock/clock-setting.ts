import type { Clock } from "@slipway/foundation";

/** How a clock stands to the one it counts from: the machine's for the installation, the installation's for a tenant. */
export type ClockSetting =
  | { readonly kind: "running"; readonly offsetMs: number }
  | { readonly kind: "frozen"; readonly at: Date };

/** The two columns in which a setting is kept. */
export interface ClockColumns {
  readonly offsetMs: number;
  readonly frozenAt: Date | null;
}

export function clockSettingOf({ offsetMs, frozenAt }: ClockColumns): ClockSetting {
  return frozenAt === null ? { kind: "running", offsetMs } : { kind: "frozen", at: frozenAt };
}

/** What a clock of this setting shows. */
export function readingOf(setting: ClockSetting, base: Pick<Clock, "now">): Date {
  if (setting.kind === "frozen") return new Date(setting.at);
  return new Date(base.now().getTime() + setting.offsetMs);
}
