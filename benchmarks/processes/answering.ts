export type Handlers = Readonly<Record<string, (...args: never[]) => unknown>>;

export interface Asked {
  readonly id: number;
  readonly name: string;
  readonly args: readonly unknown[];
}

export interface Answered {
  readonly id: number;
  readonly value: unknown;
  readonly error: string | null;
}

/** Answers what the process that started this one asks, by these functions. */
export function answerWith(handlers: Handlers): void {
  process.on("message", (message) => {
    const { id, name, args } = message as Asked;
    void answer(handlers[name], args).then((answered) => process.send?.({ id, ...answered }));
  });
  process.on("disconnect", () => process.exit(0));
}

async function answer(
  handler: Handlers[string] | undefined,
  args: readonly unknown[],
): Promise<Omit<Answered, "id">> {
  try {
    if (handler === undefined) throw new Error("nobody answers to that name");
    return { value: await handler(...(args as never[])), error: null };
  } catch (error) {
    return { value: null, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
