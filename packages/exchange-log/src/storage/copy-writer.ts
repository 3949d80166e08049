const signature = Buffer.from("PGCOPY\n\u00FF\r\n\0", "latin1");
const microsecondsOfMillennium = BigInt(Date.UTC(2000, 0, 1)) * 1000n;

/**
 * Builds the messages of one binary COPY. PostgreSQL's frame: `d` with the signature and the rows, then `c`. Every write
 * grows the buffer as needed; strings must be free of NUL.
 */
export class CopyWriter {
  private bytes: Buffer;
  private used = 0;
  private dataStart = 0;

  constructor(initialBytes: number) {
    this.bytes = Buffer.allocUnsafe(initialBytes);
  }

  /** Opens the data message of the next table. */
  begin(): void {
    this.reserve(64);
    this.dataStart = this.used;
    this.used = this.bytes.writeUInt8(0x64, this.used) + 4; // The length follows in `end`.
    this.used += signature.copy(this.bytes, this.used);
    this.used = this.bytes.writeInt32BE(0, this.used); // No flags.
    this.used = this.bytes.writeInt32BE(0, this.used); // No header extension.
  }

  row(columns: number): void {
    this.reserve(2);
    this.used = this.bytes.writeInt16BE(columns, this.used);
  }

  nothing(): void {
    this.reserve(4);
    this.used = this.bytes.writeInt32BE(-1, this.used);
  }

  text(value: string | null): void {
    if (value === null) {
      this.nothing();
      return;
    }
    this.reserve(4 + value.length * 3);
    const length = this.bytes.write(value, this.used + 4, "utf8");
    this.used = this.bytes.writeInt32BE(length, this.used) + length;
  }

  json(value: string): void {
    this.reserve(5 + value.length * 3);
    const length = this.bytes.write(value, this.used + 5, "utf8");
    this.used = this.bytes.writeInt32BE(length + 1, this.used);
    this.used = this.bytes.writeUInt8(1, this.used) + length; // The version of jsonb's wire form.
  }

  uuid(value: string | null): void {
    if (value === null) {
      this.nothing();
      return;
    }
    this.reserve(20);
    this.used = this.bytes.writeInt32BE(16, this.used);
    this.used += this.bytes.write(value.replaceAll("-", ""), this.used, "hex");
  }

  int2(value: number | null): void {
    if (value === null) {
      this.nothing();
      return;
    }
    this.reserve(6);
    this.used = this.bytes.writeInt32BE(2, this.used);
    this.used = this.bytes.writeInt16BE(value, this.used);
  }

  int4(value: number): void {
    this.reserve(8);
    this.used = this.bytes.writeInt32BE(4, this.used);
    this.used = this.bytes.writeInt32BE(value, this.used);
  }

  int8(value: number | null): void {
    if (value === null) {
      this.nothing();
      return;
    }
    this.bigint(BigInt(value));
  }

  timestamp(epochMs: number): void {
    this.bigint(BigInt(epochMs) * 1000n - microsecondsOfMillennium);
  }

  /** Closes the table's data message and ends its COPY. */
  end(): void {
    this.reserve(7);
    this.used = this.bytes.writeInt16BE(-1, this.used);
    this.bytes.writeInt32BE(this.used - this.dataStart - 1, this.dataStart + 1);
    this.used = this.bytes.writeUInt8(0x63, this.used);
    this.used = this.bytes.writeInt32BE(4, this.used);
  }

  /** Everything written since the construction. */
  finished(): Buffer {
    return this.bytes.subarray(0, this.used);
  }

  private bigint(value: bigint): void {
    this.reserve(12);
    this.used = this.bytes.writeInt32BE(8, this.used);
    this.used = this.bytes.writeBigInt64BE(value, this.used);
  }

  private reserve(byteCount: number): void {
    if (this.used + byteCount <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.used + byteCount));
    this.bytes.copy(larger, 0, 0, this.used);
    this.bytes = larger;
  }
}
