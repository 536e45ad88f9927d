import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { issueWords, placedWords } from "../../models/language/issue-words.ts";
import { Refusal } from "./refusal.ts";

/** The query, or any other part of a request, as its schema has it. @throws Refusal naming the part that is wrong. */
export function parsed<Schema extends z.ZodType>(schema: Schema, candidate: unknown): z.output<Schema> {
  const result = schema.safeParse(candidate, { reportInput: true });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Refusal(
    "bad-request",
    issue === undefined ? undefined : placedWords(issue.path.join("."), issueWords(issue)),
  );
}

export const queryOf = <Schema extends z.ZodType>(
  schema: Schema,
  request: FastifyRequest,
): z.output<Schema> => parsed(schema, request.query);
