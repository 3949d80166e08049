/** Whether a status takes an order on: 200 or 202. */
export function isAccepting(status: number): boolean {
  return status === 200 || status === 202;
}
