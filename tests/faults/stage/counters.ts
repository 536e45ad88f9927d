import type { Server } from "./server.ts";

/** What became of what devices sent, since the server started. */
export async function readingCounts(server: Server): Promise<Readonly<Record<string, number>>> {
  const { readings } = (await server.get("/health")) as { readings: Readonly<Record<string, number>> };
  return readings;
}

/** Ids of the open problems, as `address/id`. */
export async function openProblems(server: Server): Promise<string[]> {
  const { problems } = (await server.get("/health")) as {
    problems: readonly { readonly address: string; readonly id: string }[];
  };
  return problems.map(({ address, id }) => `${address}/${id}`);
}

/** A counter of the stream, as `/metrics` tells it. */
export async function streamCount(server: Server, what: string): Promise<number> {
  const page = await (await fetch(`${server.base}/metrics`)).text();
  return Number(new RegExp(`^courtyard_stream_total\\{what="${what}"\\} (\\d+)`, "m").exec(page)?.[1] ?? 0);
}
