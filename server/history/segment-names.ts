/** A file of a series as its folder tells of it. Times are community time but for the last. */
export interface SegmentName {
  readonly file: string;
  /** Order of recording within the series. */
  readonly seq: number;
  readonly fromMs: number;
  /** Null while it is being written, and after a crash until the folder is next opened. */
  readonly ended: { readonly untilMs: number; readonly wallMs: number } | null;
}

const pattern = /^(\d{8,12})_(-?\d{1,16})(?:_(-?\d{1,16})_(\d{1,16})\.kept|\.live)$/;

export const liveName = (seq: number, fromMs: number): string =>
  `${String(seq).padStart(8, "0")}_${fromMs}.live`;

/** @param wallMs wall time of its end, from which its keeping counts. */
export const keptName = (seq: number, fromMs: number, untilMs: number, wallMs: number): string =>
  `${String(seq).padStart(8, "0")}_${fromMs}_${untilMs}_${wallMs}.kept`;

function segmentName(file: string): SegmentName | null {
  const [, seq, fromMs, untilMs, wallMs] = pattern.exec(file) ?? [];
  if (seq === undefined) return null;
  const ended = wallMs === undefined ? null : { untilMs: Number(untilMs), wallMs: Number(wallMs) };
  return { file, seq: Number(seq), fromMs: Number(fromMs), ended };
}

/** The segments among the files of a folder, in order of recording; what else lies there is none of ours. */
export const segmentsAmong = (files: readonly string[]): SegmentName[] =>
  files
    .map(segmentName)
    .filter((name) => name !== null)
    .toSorted((a, b) => a.seq - b.seq);

/** A community's folder: its id in a form every file system takes. */
export const folderOf = (community: string): string =>
  encodeURIComponent(community).replaceAll(/[.*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
