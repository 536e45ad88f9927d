import { resolve } from "node:path";
import type { Community } from "../../models/community/community.ts";
import { text, type Text } from "../../models/language/text.ts";
import { readInThread } from "../community/read-in-thread.ts";
import { UploadShelf } from "../community/upload-shelf.ts";
import { standingFiles, standingUpload, undoLastChange, type Upload } from "../community/upload-store.ts";
import type { Problems } from "../open/problems.ts";
import { uploadsIn, type Settings } from "../settings.ts";
import type { Store } from "../store/open-store.ts";
import type { Doors } from "./doors.ts";
import { loadCommunity } from "./load-community.ts";
import type { Tenure } from "./tenure.ts";

export interface StandingCommunity {
  readonly community: Community;
  readonly shelf: UploadShelf;
  /** What an administrator handed in, when that is what stands. */
  readonly upload: Upload | null;
}

const unreadable = (name: string, why: string): Text =>
  text(
    `上传的社区文件 ${name} 无法读取（${why}），已改用启动时指定的社区；请重新上传。`,
    `The uploaded community ${name} cannot be read (${why}); the one named at the start is used instead. Upload it again.`,
  );
const notTaken = text(
  "上传的社区无法启用，已恢复原来的社区；请查看日志。",
  "The uploaded community could not take over and the one before goes on; see the log.",
);

/** The community that counts now: handed down, uploaded, or named at the start. @throws StartRefused */
export async function standingCommunity(
  settings: Settings,
  { db }: Store,
  doors: Doors,
  problems: Problems,
  { heir }: Tenure,
): Promise<StandingCommunity> {
  if (heir?.afterFailure) {
    await undoLastChange(db, settings.community, doors.wallNowMs());
    problems.raise({ address: "community", id: "not-taken", sentence: notTaken });
  }
  const shelf = new UploadShelf(uploadsIn(resolve(settings.data)));
  const upload = await standingUpload(db, settings.community);
  // Files of earlier communities stay until the next start, in case one of them has to stand again.
  if (heir === null) shelf.tidy(await standingFiles(db));
  if (heir?.community) return { community: heir.community, shelf, upload };
  if (upload !== null) {
    const community = await readUpload(settings, doors, shelf, upload, problems);
    if (community !== null) return { community, shelf, upload };
  }
  return { community: await loadCommunity(settings, doors), shelf, upload: null };
}

async function readUpload(
  { at, "largest-model": largestMb }: Settings,
  doors: Doors,
  shelf: UploadShelf,
  { file, name }: Upload,
  problems: Problems,
): Promise<Community | null> {
  let why: string;
  try {
    const limits = { mostBytes: largestMb * 1e6, after: doors.after };
    const reading = await readInThread({ file: shelf.pathOf(file), name, at }, limits, () => undefined);
    if (reading.ok) return reading.community;
    why = reading.problem.sentence.en;
  } catch (error) {
    why = error instanceof Error ? error.message : String(error);
  }
  problems.raise({ address: "community", id: "upload", sentence: unreadable(name, why) });
  return null;
}
