/** This version of Slipway, as calls to partners and the command line name it. */
export const version = "0.1.0";
