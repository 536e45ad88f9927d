import { stateOf } from "../../models/alarm/alarm.ts";
import type { PointLimit } from "../../models/alarm/alert.ts";
import type { PastAlarm, PastTransition } from "../../models/alarm/past.ts";
import type { Community } from "../../models/community/community.ts";
import type { Limit } from "../../models/device/kind.ts";
import { channelsOfPoint } from "../../models/duty/authority.ts";
import { type AlarmId, type DwellingId, type SessionId, staffChannel } from "../../models/ids.ts";
import type { PersonalReads } from "../audit/personal-reads.ts";
import type { Database } from "../store/open-store.ts";
import type { TwinReader } from "../twin/twin-reader.ts";
import { type AlarmSearch, searcher } from "../../models/alarm/search.ts";
import {
  dropOldEpisodes,
  episodesBefore,
  type KeptEpisode,
  lastEpisode,
  type PastMark,
  transitionsOf,
} from "./past-store.ts";

export interface AlarmPastNeeds {
  readonly db: Database;
  readonly community: Pick<Community, "id" | "buildings">;
  readonly twin: TwinReader;
  readonly limitOf: (of: PointLimit) => Limit | undefined;
  /** Writes what is not in the store yet. */
  readonly flush: () => Promise<void>;
}

/** Who reads, and the trail that is told of what they read of homes. */
export interface AlarmReader {
  readonly session: SessionId;
  readonly reads: Pick<PersonalReads, "cover">;
}

/** What a look at the past found. */
export interface Found {
  readonly alarms: readonly PastAlarm[];
  /** Where to go on towards the past; null at the end. */
  readonly next: PastMark | null;
}

/** The history of one alarm. */
export interface AlarmHistory extends PastAlarm {
  readonly transitions: readonly PastTransition[];
  /** The version to go on from towards the past; null at the end. */
  readonly next: number | null;
}

const readAtOnce = 500;
/** A page that is found in none of so many episodes is handed out as it is, with where to go on. */
const mostLookedAt = 10_000;

/** Alarms as they were and are, for those who answer them; whoever reads of a home is in the trail before (AD13). */
export class AlarmPast {
  readonly #needs: AlarmPastNeeds;

  constructor(needs: AlarmPastNeeds) {
    this.#needs = needs;
  }

  /**
   * Newest first.
   * @param limit how many at most.
   * @throws StoreError when what is looked for, or that it is read, cannot be read or written.
   */
  async find(
    search: AlarmSearch,
    before: PastMark | null,
    limit: number,
    reader: AlarmReader,
  ): Promise<Found> {
    const { db, community, flush } = this.#needs;
    await flush();
    const isLookedFor = searcher(search, community);
    const alarms: PastAlarm[] = [];
    let mark = before;
    for (let looked = 0; looked < mostLookedAt; looked += readAtOnce) {
      const episodes = await episodesBefore(db, community.id, { ...search, before: mark, limit: readAtOnce });
      for (const episode of episodes) {
        if (alarms.length === limit) return { alarms: await this.#covered(alarms, reader), next: mark };
        const past = this.#told(episode);
        if (isLookedFor(past)) alarms.push(past);
        mark = { fromMs: Math.round(past.alarm.fromMs), id: past.alarm.id };
      }
      if (episodes.length < readAtOnce) return { alarms: await this.#covered(alarms, reader), next: null };
    }
    return { alarms: await this.#covered(alarms, reader), next: mark };
  }

  /** Null where there never was such an alarm. @param before a version to go on from. */
  async historyOf(
    id: AlarmId,
    before: number | null,
    limit: number,
    reader: AlarmReader,
  ): Promise<AlarmHistory | null> {
    const { db, community, flush } = this.#needs;
    await flush();
    const episode = await lastEpisode(db, community.id, id);
    if (episode === null) return null;
    const past = this.#told(episode);
    await this.#covered([past], reader);
    const found = await transitionsOf(db, community.id, id, before, limit + 1);
    const transitions = found.slice(0, limit);
    return {
      ...past,
      transitions,
      next: found.length > limit ? (transitions.at(-1)?.version ?? null) : null,
    };
  }

  /** Drops what ended long enough ago (AD16). */
  dropOld(nowMs: number): Promise<void> {
    return dropOldEpisodes(this.#needs.db, this.#needs.community.id, nowMs);
  }

  #told({ alarm, about: kept }: KeptEpisode): PastAlarm {
    const known = this.#needs.twin.device(alarm.device)?.device;
    const about = kept ?? known ?? null;
    const limit = this.#needs.limitOf(alarm);
    return {
      alarm,
      state: stateOf(alarm),
      about: about && {
        ...{ kind: about.kind, name: about.name, place: about.place },
        party: limit?.party ?? about.party,
      },
      message: limit?.message ?? null,
    };
  }

  /** @throws StoreError when that they are read cannot be written down: then nothing may be told. */
  async #covered(
    alarms: readonly PastAlarm[],
    { session, reads }: AlarmReader,
  ): Promise<readonly PastAlarm[]> {
    for (const home of new Set(alarms.map((past) => this.#homeOf(past))))
      if (home !== null) await reads.cover(session, home, "alarm");
    return alarms;
  }

  /** The home whose own an alarm's point is; null where staff see the point anyway. */
  #homeOf({ alarm, about }: PastAlarm): DwellingId | null {
    if (about === null || about.place.dwelling === null) return null;
    const index = this.#needs.twin.indexOf(alarm.point);
    // Of a point that is gone nobody can say that staff might see it.
    if (index === undefined) return about.place.dwelling;
    const { visibility } = this.#needs.twin.specOf(index);
    const seen = visibility === "public" || channelsOfPoint(visibility, about.place).includes(staffChannel);
    return seen ? null : about.place.dwelling;
  }
}
