/** A place with its list nodes and the telephone ranges reserved for fiction in its country. */
export interface Place {
  readonly country: string;
  readonly state?: string;
  readonly city: string;
  readonly county?: string;
  readonly zip: string;
  readonly street: string;
  /** A reserved range; `#` becomes a digit. */
  readonly phone: string;
}

/**
 * Places to live and work in. Numbers come from ranges that regulators keep for fiction: 555-0100 to 555-0199 in North America,
 * 020 7946 0000 to 0999 in London, 030 23125 000 to 999 in Berlin.
 */
export const places: readonly Place[] = [
  {
    country: "D41001",
    state: "D41001024",
    city: "Boston",
    county: "Suffolk",
    zip: "02108",
    street: "Harbour Row",
    phone: "617-555-01##",
  },
  {
    country: "D41001",
    state: "D41001035",
    city: "Albany",
    county: "Albany",
    zip: "12207",
    street: "Quarry Street",
    phone: "518-555-01##",
  },
  {
    country: "D41001",
    state: "D41001033",
    city: "Trenton",
    zip: "08608",
    street: "Mill Lane",
    phone: "609-555-01##",
  },
  {
    country: "D41001",
    state: "D41001005",
    city: "San José",
    county: "Santa Clara",
    zip: "95110",
    street: "Orchard Way",
    phone: "408-555-01##",
  },
  {
    country: "D41001",
    state: "D41001047",
    city: "Austin",
    county: "Travis",
    zip: "78701",
    street: "Cedar Bend",
    phone: "512-555-01##",
  },
  {
    country: "D41002",
    state: "D41002011",
    city: "Montréal",
    zip: "H2Y 1A6",
    street: "rue du Moulin",
    phone: "514-555-01##",
  },
  {
    country: "D41003",
    city: "London",
    zip: "EC1A 1AA",
    street: "Lantern Court",
    phone: "020 7946 0###",
  },
  {
    country: "D41004",
    state: "D41004003",
    city: "Berlin",
    zip: "10115",
    street: "Lindenhofstraße",
    phone: "030 23125 ###",
  },
];
