/** Names the environment variable in which the set-up hands the shared server's connection to the test workers. */
export const testServerVariable = "SLIPWAY_TEST_POSTGRES";

/** The migrated database that tests clone. */
export const templateDatabase = "slipway_template";
