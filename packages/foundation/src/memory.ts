/**
 * Flags of Node with which whoever starts the platform starts its process. V8 would let it grow by 150 MB under load and keep them, for the
 * same rate (measured by `npm run bench`).
 */
export const memoryFlags: readonly string[] = [
  "--max-semi-space-size=8",
  "--heap-growing-percent=40",
];

/**
 * Its environment for the same reason. The C library keeps a heap for each thread that once asked for memory, 30 MB together,
 * for the same rate (measured). Whoever sets it otherwise is followed.
 */
export const memoryEnvironment: Readonly<Record<string, string>> = { MALLOC_ARENA_MAX: "2" };
