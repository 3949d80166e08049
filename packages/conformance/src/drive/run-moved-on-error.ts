/** The run is not being driven any more: somebody ended that while it was walked. Nothing of the walk is written from here on. */
export class RunMovedOnError extends Error {
  constructor(runId: string) {
    super(`Expected run ${runId} to be driven, found that its driving has ended`);
  }
}
