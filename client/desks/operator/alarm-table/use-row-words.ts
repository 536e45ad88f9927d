import { useCallback } from "react";
import type { PastAlarm } from "../../../../models/alarm/past.ts";
import { parties } from "../../../../models/device/parties.ts";
import { useDesk } from "../../../components/desk-context.ts";
import { usePlaceWords } from "../../../components/use-names.ts";
import { withoutPrefix } from "../../../components/without-prefix.ts";
import { useWords } from "../../../language/use-words.ts";

/** What a row says, in the person's language. */
export interface RowWords {
  readonly message: string;
  readonly device: string;
  readonly place: string;
  readonly party: string;
}

export function useRowWords(): (row: PastAlarm) => RowWords {
  const { community } = useDesk();
  const { say } = useWords();
  const placeWords = usePlaceWords();
  return useCallback(
    ({ alarm, about, message }) => {
      const party = about === null ? undefined : parties.get(about.party);
      return {
        message: message === null ? alarm.limit : say(message),
        device: about === null ? alarm.device : withoutPrefix(say(about.name), say(community.name)),
        place: about === null ? "" : placeWords(about.place),
        party: party === undefined ? (about?.party ?? "") : say(party),
      };
    },
    [community, say, placeWords],
  );
}
