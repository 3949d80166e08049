import type { TenantConnections } from "@slipway/database";

/** What numbers are handed out for: a profile noun, or the entries of all collections together. */
export type IdSequence = "people" | "jobs" | "companies" | "applicantworkflows" | "entry";

/**
 * Hands out system ids: taken from the table `id_block` in blocks, so that a write needs no round trip for its id. Ids are
 * never given twice; a block not used up when the process ends leaves a gap.
 */
export interface IdBlocks {
  /** `count` fresh ids, ascending. */
  readonly take: (
    customerId: string,
    sequence: IdSequence,
    count?: number,
  ) => Promise<readonly number[]>;
}

interface Block {
  next: number;
  end: number;
}

const blockSize = 100;

export function createIdBlocks(tenants: TenantConnections): IdBlocks {
  const blocks = new Map<string, Block>();
  const fetching = new Map<string, Promise<void>>();

  const fetchBlock = async (customerId: string, sequence: IdSequence): Promise<void> => {
    const [row] = await tenants.write<{ end: number }>(customerId, {
      name: "take-id-block",
      text: `insert into id_block (customer_id, type, next_id) values ($1, $2, $3::bigint + 1)
        on conflict (customer_id, type) do update set next_id = id_block.next_id + $3::bigint
        returning next_id as end`,
      values: [customerId, sequence, blockSize],
    });
    if (row === undefined) throw new Error("Expected a block of ids, found no row");
    blocks.set(keyOf(customerId, sequence), { next: row.end - blockSize, end: row.end });
  };

  const refill = async (customerId: string, sequence: IdSequence): Promise<void> => {
    const key = keyOf(customerId, sequence);
    const running = fetching.get(key) ?? fetchBlock(customerId, sequence);
    fetching.set(key, running);
    try {
      await running;
    } finally {
      if (fetching.get(key) === running) fetching.delete(key);
    }
  };

  return {
    take: async (customerId, sequence, count = 1) => {
      const taken: number[] = [];
      while (taken.length < count) {
        const block = blocks.get(keyOf(customerId, sequence));
        if (block !== undefined && block.next < block.end) {
          taken.push(block.next);
          block.next += 1;
        } else {
          await refill(customerId, sequence);
        }
      }
      return taken;
    },
  };
}

function keyOf(customerId: string, sequence: IdSequence): string {
  return `${sequence}/${customerId}`;
}
