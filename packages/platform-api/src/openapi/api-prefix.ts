/** Below which the platform API is. */
export const apiPrefix = "/api/v1";
