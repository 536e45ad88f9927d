import { useDesk } from "../../../components/desk-context.ts";
import { useFormats } from "../../../components/use-formats.ts";

/** A moment: of today by its time, of another day by that too. */
export function MomentCell({ atMs }: { readonly atMs: number }) {
  const { replica } = useDesk();
  const formats = useFormats();
  const today = formats.date(atMs) === formats.date(replica.nowMs());
  return (
    <time dateTime={new Date(atMs).toISOString()} title={formats.dateTime(atMs)}>
      {!today && <span className="alarm-grid-day">{formats.day(atMs)} </span>}
      {formats.time(atMs)}
    </time>
  );
}
