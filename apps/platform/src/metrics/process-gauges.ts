import { monitorEventLoopDelay } from "node:perf_hooks";

import { version } from "../version.ts";
import type { MetricFamily, MetricSample } from "./metric-text.ts";

/** What can be told of the process itself. */
export interface ProcessGauges {
  readonly families: () => readonly MetricFamily[];
  readonly close: () => void;
}

const nanosecondsOfSecond = 1e9;
const resolutionMs = 20;

/** Watches the event loop from now on. Its delays are those since the numbers were last read. */
export function openProcessGauges(): ProcessGauges {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  return {
    families: () => {
      const delays: readonly MetricSample[] = [
        delayed("0.5", delay.percentile(50)),
        delayed("0.99", delay.percentile(99)),
        delayed("1", delay.max),
      ];
      delay.reset();
      const { rss, heapUsed } = process.memoryUsage();
      const { user, system } = process.cpuUsage();
      return [
        gauge("slipway_build_info", "This version of Slipway; always 1.", [
          { labels: [["version", version]], value: 1 },
        ]),
        gauge("process_resident_memory_bytes", "Memory of this process.", one(rss)),
        gauge("nodejs_heap_used_bytes", "Heap in use.", one(heapUsed)),
        {
          ...gauge("process_cpu_seconds_total", "Time on a processor.", one((user + system) / 1e6)),
          type: "counter",
        },
        gauge("process_uptime_seconds", "How long this process has run.", one(process.uptime())),
        gauge(
          "slipway_event_loop_delay_seconds",
          "How late the event loop was since this was last read, by quantile.",
          delays,
        ),
      ];
    },
    close: () => {
      delay.disable();
    },
  };
}

function delayed(quantile: string, nanoseconds: number): MetricSample {
  // Nothing was seen since the last time.
  const value = Number.isFinite(nanoseconds) ? nanoseconds / nanosecondsOfSecond : 0;
  return { labels: [["quantile", quantile]], value };
}

function gauge(name: string, help: string, samples: readonly MetricSample[]): MetricFamily {
  return { name, help, type: "gauge", samples };
}

function one(value: number): readonly MetricSample[] {
  return [{ labels: [], value }];
}
