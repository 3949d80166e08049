declare const brand: unique symbol;

/** A nominal type over `Base`: two brands over the same base do not mix without an explicit conversion. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
