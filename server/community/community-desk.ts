import type { Readable } from "node:stream";
import type { Community, GeographicPlace } from "../../models/community/community.ts";
import type { ReadingStep } from "../../models/formats/progress.ts";
import type { FormatProblem } from "../../models/formats/problem.ts";
import type { Audit } from "../audit/audit.ts";
import type { Database } from "../store/open-store.ts";
import { nothingToDraw } from "../../models/formats/drawable.ts";
import { readInThread, tooLarge } from "./read-in-thread.ts";
import type { Received, UploadShelf } from "./upload-shelf.ts";
import { endUpload, keepUpload, standingUpload, type Upload } from "./upload-store.ts";

export interface CommunityDeskNeeds {
  readonly db: Database;
  readonly shelf: UploadShelf;
  readonly audit: Pick<Audit, "before">;
  /** What the server was started with. */
  readonly insteadOf: string;
  /** Place of a model that does not say where it is. */
  readonly at: GeographicPlace | null;
  readonly mostBytes: number;
  readonly nowMs: () => number;
  readonly after: (ms: number, act: () => void) => () => void;
  /** Told once the answer may go out: this community is to take over; null: the one the server was started with. */
  readonly successor: (community: Community | null) => void;
}

export type Outcome =
  | { readonly done: "taken"; readonly community: Community }
  | { readonly done: "refused"; readonly problem: FormatProblem }
  | { readonly done: "busy" };

export interface CommunityDeskStatus {
  readonly uploaded: Upload | null;
  readonly reading: { readonly name: string; readonly step: ReadingStep; readonly share: number } | null;
  readonly mostBytes: number;
}

/** Takes city models that an administrator hands in: one at a time, read whole before anything changes. */
export class CommunityDesk {
  readonly #needs: CommunityDeskNeeds;
  #reading: CommunityDeskStatus["reading"] = null;

  constructor(needs: CommunityDeskNeeds) {
    this.#needs = needs;
  }

  get mostBytes(): number {
    return this.#needs.mostBytes;
  }

  async status(): Promise<CommunityDeskStatus> {
    const { db, insteadOf, mostBytes } = this.#needs;
    return { uploaded: await standingUpload(db, insteadOf), reading: this.#reading, mostBytes };
  }

  /** Whatever is wrong with it, the community that stands goes on. */
  async take(body: Readable, name: string, who: string): Promise<Outcome> {
    if (this.#reading !== null) return { done: "busy" };
    this.#reading = { name, step: "text", share: 0 };
    try {
      return await this.#take(body, name, who);
    } finally {
      this.#reading = null;
    }
  }

  async #take(body: Readable, name: string, who: string): Promise<Outcome> {
    const { shelf, mostBytes } = this.#needs;
    const received = await shelf.receive(body, mostBytes);
    if (received === null) return this.#refuse(tooLarge(mostBytes), name, who);
    try {
      return await this.#read(received, name, who);
    } finally {
      shelf.drop(received);
    }
  }

  async #read(received: Received, name: string, who: string): Promise<Outcome> {
    const { shelf, audit, insteadOf, at, mostBytes, nowMs, after, successor } = this.#needs;
    const reading = await readInThread(
      { file: received.path, name, at },
      { mostBytes, after },
      (step, share) => {
        this.#reading = { name, step, share };
      },
    );
    if (!reading.ok) return this.#refuse(reading.problem, name, who);
    const { community } = reading;
    const bare = nothingToDraw(community);
    if (bare !== null) return this.#refuse(bare, name, who);
    const { bytes, hash } = received;
    shelf.keep(received);
    const upload: Upload = { file: hash, name, bytes, atMs: nowMs(), insteadOf };
    const detail = { file: name, bytes: String(bytes), sha256: hash };
    await audit.before({ act: "community-replaced", who, subject: community.id, detail }, (tx) =>
      keepUpload(tx, upload),
    );
    successor(community);
    return { done: "taken", community };
  }

  async #refuse(problem: FormatProblem, name: string, who: string): Promise<Outcome> {
    const detail = { code: problem.code, where: problem.where.slice(0, 200) };
    await this.#needs.audit.before({ act: "community-refused", who, subject: name, detail }, () =>
      Promise.resolve(),
    );
    return { done: "refused", problem };
  }

  /** The community the server was started with takes over again. @returns false when it stands already. */
  async putBack(who: string): Promise<boolean> {
    const { db, insteadOf, audit, nowMs, successor } = this.#needs;
    const upload = await standingUpload(db, insteadOf);
    if (upload === null || this.#reading !== null) return false;
    const detail = { file: upload.name };
    await audit.before({ act: "community-put-back", who, subject: insteadOf, detail }, (tx) =>
      endUpload(tx, insteadOf, nowMs()),
    );
    successor(null);
    return true;
  }
}
