/** So many people in so many tenants, spread evenly. */
export interface Scale {
  readonly people: number;
  readonly tenants: number;
}

/** Every combination that is measured. */
export const scales: readonly Scale[] = [10, 1000].flatMap((tenants) =>
  [1_000, 100_000, 1_000_000].map((people) => ({ people, tenants })),
);

/** As in `100000 people, 10 tenants`. */
export function nameOf({ people, tenants }: Scale): string {
  return `${people} people, ${tenants} tenants`;
}

/** Name of the scale's database. */
export function databaseOf({ people, tenants }: Scale): `scale_${string}` {
  return `scale_${people}_${tenants}`;
}

const foundByOneFilter = 20;

/** So many different values there are of a field among the people of one tenant: even, at least two. */
export function valuesOf(peopleOfTenant: number): number {
  return Math.max(2, 2 * Math.floor(peopleOfTenant / foundByOneFilter / 2));
}

/** The values of the person at a place, counted from 0. A value of one field has 20 people, a pair that occurs has 10. */
export function personAt(place: number, values: number): Record<"lastname" | "badge", string> {
  return {
    lastname: `Family ${place % values}`,
    badge: `Badge ${Math.floor(place / 2) % values}`,
  };
}
