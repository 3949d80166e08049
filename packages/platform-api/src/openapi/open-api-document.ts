/** What is known of a route from the server that takes it. */
export interface TakenRoute {
  readonly verb: string;
  /** Below the prefix, with its parameters as `:name`. */
  readonly path: string;
  readonly body?: object;
  readonly query?: object;
  readonly params?: object;
}

/** A schema as JSON has it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface OpenApiAnswer {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>;
  /** The codes of the problem. */
  readonly "x-codes"?: readonly string[];
}

/** Something that stands elsewhere in the document. */
export interface Reference {
  readonly $ref: string;
}

export interface OpenApiOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly security: readonly object[];
  readonly "x-roles"?: readonly string[];
  readonly "x-whose-things"?: string;
  readonly parameters?: readonly object[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, OpenApiAnswer | Reference>>;
}

/** As much of OpenAPI 3.1 as the platform API needs. */
export interface OpenApiDocument {
  readonly openapi: "3.1.0";
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly responses: Readonly<Record<string, OpenApiAnswer>>;
    readonly securitySchemes: Readonly<Record<string, object>>;
  };
}
