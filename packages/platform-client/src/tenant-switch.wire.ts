/** An uncertain behaviour of the real ATS, and how a tenant is set to show it. */
export interface TenantSwitch {
  readonly id: string;
  readonly setting: string;
  readonly values: readonly string[];
  readonly default: string;
  /** What is known about the real one. */
  readonly known: string;
}
