/** Bytes kept up to a limit, in one buffer: a body of single-byte chunks costs no more than one of large ones. */
export interface BoundedBytes {
  /** Keeps what fits; false once something did not. */
  readonly append: (chunk: Uint8Array) => boolean;
  /** What was kept; undefined when nothing came. */
  readonly bytes: () => Uint8Array | undefined;
  readonly isFull: () => boolean;
}

const firstCapacity = 4096;

export function boundedBytes(limitBytes: number): BoundedBytes {
  let buffer = Buffer.alloc(0);
  let length = 0;
  let isFull = false;
  return {
    append: (chunk) => {
      const room = limitBytes - length;
      const fitting = chunk.length > room ? chunk.subarray(0, room) : chunk;
      isFull ||= chunk.length > room;
      if (length + fitting.length > buffer.length)
        buffer = grown(buffer, length + fitting.length, limitBytes);
      buffer.set(fitting, length);
      length += fitting.length;
      return !isFull;
    },
    bytes: () => (length === 0 ? undefined : buffer.subarray(0, length)),
    isFull: () => isFull,
  };
}

function grown(buffer: Buffer, needed: number, limitBytes: number): Buffer<ArrayBuffer> {
  const wanted = Math.max(firstCapacity, buffer.length * 2, needed);
  const larger = Buffer.alloc(Math.min(wanted, limitBytes));
  larger.set(buffer);
  return larger;
}
