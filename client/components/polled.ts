import { useCallback, useEffect, useState } from "react";
import type { Text } from "../../models/language/text.ts";
import { text } from "../../models/language/text.ts";
import { useDesk } from "./desk-context.ts";

export type Polled<Body> =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly sentence: Text }
  | { readonly state: "here"; readonly body: Body };

interface Reader<Body> {
  safeParse(body: unknown): { readonly success: true; readonly data: Body } | { readonly success: false };
}

const unreadable = text("服务器的回答无法读取", "the server's answer cannot be read");

/** Asks the server now and then, and at once by `again`. */
export function usePolled<Body>(
  path: string,
  reader: Reader<Body>,
  everyMs: number,
): { readonly polled: Polled<Body>; readonly again: () => void } {
  const { ask, clock } = useDesk();
  const [polled, setPolled] = useState<Polled<Body>>({ state: "loading" });
  const look = useCallback(
    async (wanted: () => boolean): Promise<void> => {
      const asked = await ask(path);
      if (!wanted()) return;
      const read = asked.ok ? reader.safeParse(asked.body) : null;
      if (read?.success) setPolled({ state: "here", body: read.data });
      else setPolled({ state: "failed", sentence: asked.ok ? unreadable : asked.sentence });
    },
    [ask, path, reader],
  );
  useEffect(() => {
    let here = true;
    const wanted = (): boolean => here;
    const stopFirst = clock.after(0, () => void look(wanted));
    const stop = clock.every(everyMs, () => void look(wanted));
    return () => {
      here = false;
      stopFirst();
      stop();
    };
  }, [look, clock, everyMs]);
  const again = useCallback(() => void look(() => true), [look]);
  return { polled, again };
}
