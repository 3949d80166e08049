/** Something outside the launcher prevents the start; shown without a trace. */
export class LaunchFault extends Error {
  /** @param {{ code: string, exitCode: number, message: string }} fault */
  constructor({ code, exitCode, message }) {
    super(message);
    this.code = code;
    this.exitCode = exitCode;
  }
}
