import type { BadInputRoute } from "./bad-input-case.ts";

const query = { filters: [{ name: "person.id", value: ["1"] }] };

/** Every endpoint, once. A test holds that none is missing. */
export const badInputRoutes: readonly BadInputRoute[] = [
  { verb: "GET", path: "", use: "read", good: {}, status: 200 },
  {
    verb: "POST",
    path: "/people",
    use: "create",
    good: { firstname: "Ada", lastname: "Byron", email: "ada@example.test" },
    status: 201,
  },
  { verb: "GET", path: "/people/77", use: "read", good: {}, status: 200 },
  { verb: "PATCH", path: "/people/77", use: "update", good: { middlename: "King" }, status: 204 },
  { verb: "PUT", path: "/people/77", use: "update", good: { middlename: "King" }, status: 204 },
  { verb: "DELETE", path: "/people/78", use: "remove", good: {}, status: 204 },
  { verb: "GET", path: "/people/77/fields/phones", use: "read", good: {}, status: 200 },
  {
    verb: "POST",
    path: "/people/77/fields/phones",
    use: "add-entry",
    good: { phonenumber: "302-555-0100" },
    status: 201,
  },
  { verb: "GET", path: "/people/77/fields/phones/51", use: "read", good: {}, status: 200 },
  {
    verb: "PATCH",
    path: "/people/77/fields/phones/51",
    use: "change-entry",
    good: { phonenumber: "302-555-0101" },
    status: 204,
  },
  { verb: "DELETE", path: "/people/77/fields/phones/52", use: "remove", good: {}, status: 204 },
  {
    verb: "GET",
    path: "/applicantworkflows/person/77/job/7",
    use: "read",
    good: {},
    status: 200,
  },
  {
    verb: "GET",
    path: "/applicantworkflows/13/submittalstatuslog",
    use: "read",
    good: {},
    status: 200,
  },
  {
    verb: "GET",
    path: "/search/people?searchJson=%7B%22filters%22%3A%5B%7B%22name%22%3A%22person.id%22%7D%5D%7D",
    use: "read",
    good: {},
    status: 200,
  },
  { verb: "POST", path: "/search/people", use: "search", good: query, status: 200 },
];
