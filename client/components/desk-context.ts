import { createContext, useContext, type ComponentType } from "react";
import type { CityMesh, CommunityDocument } from "../../models/community/community.ts";
import type { DrillName } from "../../models/drill/drill.ts";
import type { Desk, Duty } from "../../models/duty/duty.ts";
import type { AlarmId, BuildingId, DwellingId } from "../../models/ids.ts";
import type { Text } from "../../models/language/text.ts";
import type { AlertsBody, EnergyBody, OccupancyBody } from "../../models/overlay/bodies.ts";
import type { Company } from "../../models/presence/presence.ts";
import type { Signal, WritableSignal } from "../../models/signal.ts";
import type { LinkState } from "../../models/stream/link-state.ts";
import type { Welcome } from "../../models/stream/messages.ts";
import type { ViewState } from "../../models/view/view-state.ts";
import type { AlarmActions } from "../alarms/alarm-actions.ts";
import type { AlarmSound } from "../alarms/alarm-sound.ts";
import type { CommandBook } from "../commands/command-book.ts";
import type { Clock } from "../clock.ts";
import type { Looks } from "../look/looks.ts";
import type { Fetched } from "../overlays/overlay-feed.ts";
import type { PlanViewProps } from "../plan/plan-props.ts";
import type { ReplicaView } from "../replica/replica-view.ts";
import type { SceneViewProps } from "../scene/scene-props.ts";
import type { ViewStore } from "../view/view-store.ts";

export interface DeskSession {
  readonly signedIn: boolean;
  readonly duty: Duty;
  readonly desk: Desk;
  readonly dwelling: {
    readonly id: DwellingId;
    readonly name: Text;
    readonly building: BuildingId;
    readonly storey: number;
  } | null;
}

export type Asked =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly status: number; readonly sentence: Text };

/** Whether simulated or recorded devices speak, and whether a drill is played. */
export type Badge = Welcome["badges"][number];

/** All a desk is given; made once, in the composition. */
export interface DeskContext {
  readonly session: DeskSession;
  readonly community: CommunityDocument;
  readonly mesh: Signal<CityMesh | null>;
  readonly replica: ReplicaView;
  readonly link: Signal<LinkState>;
  readonly badges: Signal<readonly Badge[]>;
  /** The drill that is played; null for none. */
  readonly drill: Signal<DrillName | null>;
  readonly overlays: {
    readonly energy: Signal<Fetched<EnergyBody>>;
    readonly occupancy: Signal<Fetched<OccupancyBody>>;
    readonly alerts: Signal<Fetched<AlertsBody>>;
  };
  readonly commands: Pick<CommandBook, "latest" | "issue">;
  /** Who else is in the control room. */
  readonly company: Signal<Company>;
  /** The alarm whose form is open here; null for none. */
  readonly writingOn: WritableSignal<AlarmId | null>;
  /** What is heard of alarms, and until when it is muted. */
  readonly sound: AlarmSound;
  readonly alarms: Pick<AlarmActions, "doing" | "do" | "dismiss">;
  readonly view: ViewStore;
  readonly usualView: ViewState;
  readonly looks: Looks;
  readonly clock: Clock;
  /** Moves when lists and panels should look again: with the twin at most four times a second, and every second. */
  readonly beat: Signal<number>;
  /** Arrives after the page can be read. */
  readonly Scene: ComponentType<SceneViewProps>;
  /** The same, needing no graphics. */
  readonly Plan: ComponentType<PlanViewProps>;
  readonly ask: (path: string) => Promise<Asked>;
  readonly tell: (path: string, body: unknown) => Promise<Asked>;
  /** Puts what is said in the place of what is at a path. */
  readonly put: (path: string, body: unknown) => Promise<Asked>;
  /** Takes away what is at a path. */
  readonly drop: (path: string) => Promise<Asked>;
  /** Sends a file and tells how much of it is out, 0 to 1. */
  readonly hand: (path: string, file: Blob, sent: (share: number) => void) => Promise<Asked>;
  /** Puts text on the clipboard. */
  readonly copy: (text: string) => Promise<boolean>;
  readonly address: () => string;
  readonly signOut: () => void;
}

const Context = createContext<DeskContext | null>(null);
export const DeskProvider = Context.Provider;

export function useDesk(): DeskContext {
  const desk = useContext(Context);
  if (desk === null) throw new Error("a part of a desk stands outside of any desk");
  return desk;
}
