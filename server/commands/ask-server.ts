import { connect } from "node:net";
import { z } from "zod";

const answerSchema = z.discriminatedUnion("ok", [
  z.looseObject({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), sentence: z.string() }),
]);

/** The server understood and said no. */
export class ServerRefused extends Error {}

const isAbsent = (error: NodeJS.ErrnoException): boolean =>
  error.code === "ENOENT" || error.code === "ECONNREFUSED";

/**
 * Asks the server that runs on a data folder: one line of JSON each way.
 * @returns its answer; null when no server runs there.
 * @throws ServerRefused, or the system's error when the socket may not be opened.
 */
export async function askServer(
  socketPath: string,
  question: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, unknown>> | null> {
  const line = await exchange(socketPath, `${JSON.stringify(question)}\n`);
  if (line === null) return null;
  const answer = answerSchema.parse(JSON.parse(line));
  if (!answer.ok) throw new ServerRefused(answer.sentence);
  return answer;
}

function exchange(socketPath: string, line: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    let heard = "";
    const socket = connect(socketPath, () => void socket.write(line));
    socket.setEncoding("utf8");
    socket.on("data", (text: string) => (heard += text));
    socket.on("error", (error) => (isAbsent(error) ? resolve(null) : reject(error)));
    socket.on("end", () => resolve(heard));
  });
}
