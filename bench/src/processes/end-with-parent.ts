/** Ends this process when the bench that started it is gone or asks for it. */
export function endWithParent(): void {
  for (const event of ["disconnect", "SIGTERM", "SIGINT"] as const)
    process.on(event, () => process.exit(0));
}
