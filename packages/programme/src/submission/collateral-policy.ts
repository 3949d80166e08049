/** Whether a submission has to hold the files that its guide names, or is only told which are missing. */
export const collateralPolicies = ["optional", "required"] as const;

export type CollateralPolicy = (typeof collateralPolicies)[number];
