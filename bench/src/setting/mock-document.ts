/** An API description for a mock: one path with a parameter, whose static example is a body of the platform's own. */
export function mockDocument(path: string, body: string): object {
  return {
    openapi: "3.0.3",
    info: { title: "Person by id", version: "1" },
    paths: {
      [`${path}/{id}`]: {
        get: {
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }],
          responses: {
            "200": {
              description: "The person",
              content: {
                "application/json": {
                  schema: { type: "object" },
                  example: JSON.parse(body) as unknown,
                },
              },
            },
          },
        },
      },
    },
  };
}
