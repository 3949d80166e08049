import fastify from "fastify";
import pg from "pg";

import { endWithParent } from "../processes/end-with-parent.ts";

// What the audited API is compared with: the same documents behind Fastify and one named statement, and nothing else. No
// authentication, no log. Started with the address of its database; tells its port.
endWithParent();
const pool = new pg.Pool({ connectionString: process.argv[2] ?? "" });
const app = fastify();

app.get<{ Params: { id: string } }>("/people/:id", async (request, reply) => {
  const { rows } = await pool.query<{ doc: object }>({
    name: "load-person",
    text: "select doc from profile where id = $1",
    values: [Number(request.params.id)],
  });
  const [row] = rows;
  return row === undefined ? reply.code(404).send() : row.doc;
});

app.post<{ Body: object }>(
  "/people",
  {
    schema: {
      body: {
        type: "object",
        required: ["firstname", "lastname", "email"],
        properties: {
          firstname: { type: "string", minLength: 1 },
          lastname: { type: "string", minLength: 1 },
          email: { type: "string", minLength: 3 },
        },
      },
    },
  },
  async (request, reply) => {
    const { rows } = await pool.query<{ id: number }>({
      name: "insert-person",
      text: "insert into profile (doc) values ($1) returning id",
      values: [JSON.stringify(request.body)],
    });
    return reply.code(201).header("location", `/people/${rows[0]?.id}`).send();
  },
);

const address = await app.listen({ host: "127.0.0.1", port: 0 });
process.send?.({ address });
