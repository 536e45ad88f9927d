import { text } from "../../models/language/text.ts";
import type { Counters } from "./codes.ts";
import type { Problems } from "./doors.ts";

const quietLooks = 30;

const overloaded = text(
  "读数过多，每个点位只保留最新值（已合并的次数见 coalesced）；请减少上报频率或拆分社区。",
  "More readings arrive than can be taken one by one: only the newest of each point counts (see coalesced). Report less often, or split the community.",
);

/** @returns a look to be taken every second: shows that readings are passed over, until half a minute after the last. */
export function overloadSign(counters: Pick<Counters, "coalesced">, problems: Problems): () => void {
  let seen = counters.coalesced;
  let quiet = quietLooks;
  return () => {
    if (counters.coalesced > seen) {
      quiet = 0;
      problems.raise({ address: "ingest", id: "overload", sentence: overloaded });
    } else if (quiet < quietLooks && ++quiet === quietLooks) problems.end("ingest", "overload");
    seen = counters.coalesced;
  };
}
