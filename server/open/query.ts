import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { Refusal } from "./refusal.ts";

/** The query, or any other part of a request, as its schema has it. @throws Refusal naming the part that is wrong. */
export function parsed<Schema extends z.ZodType>(schema: Schema, candidate: unknown): z.output<Schema> {
  const result = schema.safeParse(candidate);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Refusal("bad-request", issue === undefined ? undefined : hintOf(issue));
}

function hintOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys")
    return `${issue.keys.join(", ").slice(0, 200)}: not known here; leave it out`;
  return issue.path.length === 0 ? issue.message : `${issue.path.join(".")}: ${issue.message}`;
}

export const queryOf = <Schema extends z.ZodType>(
  schema: Schema,
  request: FastifyRequest,
): z.output<Schema> => parsed(schema, request.query);
