import { availableParallelism, arch, cpus, loadavg, platform, totalmem } from "node:os";

/** What the figures depend on besides us; nothing that tells one machine from another of its kind. */
export interface Machine {
  readonly system: string;
  readonly cores: number;
  /** The maker and kind of the processor, as the system tells it. */
  readonly processor: string;
  readonly memoryGb: number;
  /** Processes that wanted a core in the last minute: above the number of cores, others were at work. */
  readonly loadAverage: number;
}

export function describeMachine(): Machine {
  return {
    system: `${platform()} ${arch()}`,
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? "unknown",
    memoryGb: Math.round(totalmem() / 2 ** 30),
    loadAverage: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}
