/**
 * Loaded into the platform's process before its own code: on SIGUSR2 the wall clock goes three minutes ahead, as it does
 * when a machine wakes up. A run waits two minutes for a test order's result that never comes; nobody wants to wait with it.
 */
const jumpMs = 3 * 60_000;
const RealDate = globalThis.Date;
let aheadMs = 0;

class JumpingDate extends RealDate {
  constructor(...given: readonly unknown[]) {
    // Without arguments the clock is asked; the other forms are passed on as they are.
    super(...((given.length === 0 ? [JumpingDate.now()] : given) as [number]));
  }

  static override now(): number {
    return RealDate.now() + aheadMs;
  }
}

globalThis.Date = JumpingDate as DateConstructor;
process.on("SIGUSR2", () => {
  aheadMs += jumpMs;
});
