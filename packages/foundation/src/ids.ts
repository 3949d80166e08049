import type { Clock } from "./clock.ts";

/** Where identifiers and secrets come from. */
export interface Ids {
  /** A time-ordered UUID (version 7) stamped with the clock's wall time. */
  readonly uuid: () => string;
  /** `byteCount` random bytes as URL-safe base64 without padding. */
  readonly secret: (byteCount: number) => string;
}

/** What identifiers are made from. */
export interface IdsOptions {
  /** May go back: identifiers keep their order all the same. */
  readonly clock: Pick<Clock, "now">;
  /** Returns `byteCount` cryptographically strong random bytes. */
  readonly randomBytes: (byteCount: number) => Uint8Array;
}

/** Identifiers from a clock and a source of randomness. UUIDs of one millisecond are ordered by a counter. */
export function createIds({ clock, randomBytes }: IdsOptions): Ids {
  let lastMs = 0;
  let counter = 0;
  const random = inBlocks(randomBytes);
  const uuid = (): string => {
    const nowMs = clock.now().getTime();
    counter = nowMs > lastMs ? 0 : counter + 1;
    lastMs = Math.max(lastMs, nowMs);
    // 12 counter bits; beyond 4,095 in one millisecond the stamp moves on, so that order is kept.
    if (counter > 0xfff) {
      lastMs += 1;
      counter = 0;
    }
    return formatUuidV7(lastMs, counter, random());
  };
  return { uuid, secret: (byteCount) => Buffer.from(randomBytes(byteCount)).toString("base64url") };
}

/** When a UUID of version 7 was made, in milliseconds since 1970, on the clock of who made it. */
export function uuidTimeMs(uuid: string): number {
  return Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16);
}

const uuidBytes = 8;
const blockBytes = 4096;

/** The random part of one UUID after the other. Bytes are fetched in blocks: asking for eight costs more than using them. */
function inBlocks(randomBytes: IdsOptions["randomBytes"]): () => Uint8Array {
  let block: Uint8Array = new Uint8Array(0);
  let used = 0;
  return () => {
    if (used + uuidBytes > block.length) {
      block = randomBytes(blockBytes);
      used = 0;
    }
    used += uuidBytes;
    return block.subarray(used - uuidBytes, used);
  };
}

function formatUuidV7(stampMs: number, counter: number, random: Uint8Array): string {
  const stamp = stampMs.toString(16).padStart(12, "0");
  const variant = Buffer.from(random);
  variant[0] = ((variant[0] ?? 0) & 0x3f) | 0x80;
  const tail = variant.toString("hex");
  const middle = counter.toString(16).padStart(3, "0");
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${middle}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
