import { useCallback, useState } from "react";
import type { ReadingStep } from "../../../models/formats/progress.ts";
import type { Text } from "../../../models/language/text.ts";
import { text } from "../../../models/language/text.ts";
import { useDesk } from "../../components/desk-context.ts";
import type { MessageKey } from "../../language/messages.ts";
import { takenAnswer } from "./answers.ts";

/** What became of a file that was handed in. */
export type Handing =
  | { readonly state: "idle" }
  | { readonly state: "sending"; readonly share: number }
  | { readonly state: "refused"; readonly sentence: Text }
  | {
      readonly state: "taken";
      readonly name: Text;
      readonly buildings: number;
      readonly triangles: number;
      readonly skipped: number;
    };

export const stepWords: Readonly<Record<ReadingStep, MessageKey>> = {
  text: "communityFile.stepText",
  objects: "communityFile.stepObjects",
  faces: "communityFile.stepFaces",
  checks: "communityFile.stepChecks",
};

const unreadable = text("服务器的回答无法读取", "the server's answer cannot be read");

/** Hands a file to the server and follows it to its end. */
export function useHanding(path: string) {
  const { hand: send } = useDesk();
  const [handing, setHanding] = useState<Handing>({ state: "idle" });
  const hand = useCallback(
    async (file: File): Promise<void> => {
      setHanding({ state: "sending", share: 0 });
      const asked = await send(`${path}?name=${encodeURIComponent(file.name)}`, file, (share) =>
        setHanding({ state: "sending", share }),
      );
      if (!asked.ok) return setHanding({ state: "refused", sentence: asked.sentence });
      const read = takenAnswer.safeParse(asked.body);
      if (!read.success) return setHanding({ state: "refused", sentence: unreadable });
      const { name, counts, skipped } = read.data;
      const { buildings, triangles } = counts;
      const leftOut = skipped.reduce((sum, { count }) => sum + count, 0);
      setHanding({ state: "taken", name, buildings, triangles, skipped: leftOut });
    },
    [send, path],
  );
  return { handing, hand };
}
