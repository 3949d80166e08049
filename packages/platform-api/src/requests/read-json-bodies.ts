import { findUnfitJson, type Json } from "@slipway/foundation";
import type { FastifyInstance, FastifyRequest } from "fastify";

import { BodyProblem } from "../problems/request.problems.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Takes JSON bodies that are fit to be kept, and no others; an empty body is none. */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/json",
    { parseAs: "buffer" },
    async (request: FastifyRequest, bytes: Buffer) => {
      const encoding = request.headers["content-encoding"] ?? "identity";
      if (encoding !== "identity") throw new BodyProblem(415, `content-encoding ${encoding}`);
      return bytes.byteLength === 0 ? undefined : parseJson(bytes);
    },
  );
}

function parseJson(bytes: Uint8Array): Json {
  const json = jsonIn(bytes);
  const unfit = findUnfitJson(json);
  if (unfit !== undefined)
    throw new BodyProblem(400, `${unfit.found} in the body, where it takes ${unfit.expected}`);
  return json;
}

function jsonIn(bytes: Uint8Array): Json {
  try {
    // What JSON.parse gives is Json.
    return JSON.parse(utf8.decode(bytes)) as Json;
  } catch (error) {
    // The parser's message quotes the body, which may hold a password.
    throw new BodyProblem(400, "a body that is no JSON in UTF-8", error);
  }
}
