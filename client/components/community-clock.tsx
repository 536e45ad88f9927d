import { useWords } from "../language/use-words.ts";
import { useDesk } from "./desk-context.ts";
import { useFormats } from "./use-formats.ts";
import { useSignal } from "./use-signal.ts";
import "./community-clock.css";

/** The community's time, in its own zone. */
export function CommunityClock({ large = false }: { readonly large?: boolean }) {
  const { replica, beat } = useDesk();
  const { t } = useWords();
  const formats = useFormats();
  useSignal(beat);
  const nowMs = replica.nowMs();
  if (!(nowMs > 0)) return null;
  return (
    <time
      className={large ? "community-clock large" : "community-clock"}
      dateTime={new Date(nowMs).toISOString()}
    >
      <span className="only-heard">{t("desk.clock")} </span>
      <b>{large ? formats.hour(nowMs) : formats.time(nowMs)}</b>
      <span>{formats.date(nowMs)}</span>
    </time>
  );
}
