import { useFormats } from "../../../components/use-formats.ts";

/** A moment: of today by its time, of another day by that too. */
export function MomentCell({ atMs, today }: { readonly atMs: number; readonly today: string }) {
  const formats = useFormats();
  return (
    <time dateTime={new Date(atMs).toISOString()} title={formats.dateTime(atMs)}>
      {formats.date(atMs) !== today && <span className="alarm-grid-day">{formats.day(atMs)} </span>}
      {formats.time(atMs)}
    </time>
  );
}
