/**
 * This version does not have what the run was started with: an upgrade has taken a framework or a scenario away. Another
 * process may still have it. The message is fit for the report.
 */
export class UndrivableRunError extends Error {}
