import "@mantine/core/styles.css";
import "./look/tokens.css";
import "./look/page.css";
import "./look/mantine.css";
import { setNonce } from "get-nonce";
import { lazy } from "react";
import { createRoot } from "react-dom/client";
import type { CityMesh } from "../models/community/community.ts";
import { kindOf } from "../models/device/catalogue.ts";
import type { DrillName } from "../models/drill/drill.ts";
import { may } from "../models/duty/authority.ts";
import type { AlarmId } from "../models/ids.ts";
import { signal, type Signal } from "../models/signal.ts";
import { viewFromQuery, viewToQuery } from "../models/view/view-url.ts";
import { AlarmActions } from "./alarms/alarm-actions.ts";
import { AlarmSound } from "./alarms/alarm-sound.ts";
import { muteMemory } from "./alarms/mute-memory.ts";
import { CommandBook } from "./commands/command-book.ts";
import { wallClock } from "./clock.ts";
import { createBeat } from "./components/beat.ts";
import type { Badge, DeskContext } from "./components/desk-context.ts";
import { handFile } from "./components/hand-file.ts";
import { serverDoor } from "./components/server-door.ts";
import { DeskPage, type PageState } from "./desks/desk-page.tsx";
import { firstLanguage, startWords } from "./language/words.ts";
import { httpDictionaries } from "./link/dictionaries.ts";
import { Link } from "./link/link.ts";
import { socketIoWire } from "./link/socket-io-wire.ts";
import { dress, type Memory } from "./look/looks.ts";
import { overlayFeed, type FeedDoor } from "./overlays/overlay-feed.ts";
import { tellLook } from "./view/tell-look.ts";
import { Replica } from "./replica/replica.ts";
import { usualView } from "./view/usual-view.ts";
import { keepAddress } from "./view/view-address.ts";
import { createViewStore } from "./view/view-store.ts";

const retryMs = 5000;

/** What the browser remembers for us, where it lets us. */
const memoryOf = (storage: () => Storage): Memory => ({
  getItem(key) {
    try {
      return storage().getItem(key);
    } catch {
      return null;
    }
  },
  setItem(key, value) {
    try {
      storage().setItem(key, value);
    } catch {
      // Not remembered, then.
    }
  },
});
const memory = memoryOf(() => localStorage);
const mute = muteMemory(memoryOf(() => sessionStorage));

const openAudio = (): AudioContext | null =>
  typeof AudioContext === "undefined" ? null : new AudioContext();

const root = document.documentElement;
const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";
if (nonce !== "") setNonce(nonce);
root.dataset["mood"] = "grey";
root.dataset["theme"] = "dark";

const words = startWords(firstLanguage(memory, navigator.language), memory, root);
const server = serverDoor((...request) => fetch(...request));
const place = document.querySelector("#root");
if (place === null) throw new Error("the page has no #root");
const reactRoot = createRoot(place);
const show = (page: PageState): void =>
  reactRoot.render(<DeskPage page={page} words={words} nonce={nonce} reload={() => location.reload()} />);

const Scene = lazy(() => import("./scene/scene-view.tsx"));
const Plan = lazy(() => import("./plan/plan-view.tsx"));

/** A UUID; unlike `randomUUID` also where the page came without TLS. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Fetches who one is and where, then opens the desk; what fails is said, and tried again. */
async function open(): Promise<void> {
  const [session, community, model] = await Promise.all([
    server.session(),
    server.community(),
    server.model(),
  ]);
  if (typeof session === "string" || typeof community === "string") {
    const unreachable = session === "unreachable" || community === "unreachable";
    const callOff = unreachable ? wallClock.after(retryMs, () => void open()) : () => undefined;
    const retry = (): void => {
      callOff();
      if (unreachable) void open();
      else location.reload();
    };
    show({ state: "trouble", kind: unreachable ? "unreachable" : "broken", retry });
    return;
  }

  const replica = new Replica({ kindOf, monotonicMs: () => performance.now() });
  const link = new Link({
    openWire: socketIoWire(location.origin, { clock: wallClock }),
    loadDictionary: httpDictionaries((...request) => fetch(...request), ""),
    sink: replica,
    clock: wallClock,
    random: () => Math.random(),
  });
  const usual = usualView(community, session.desk);
  const view = createViewStore(viewFromQuery(location.search, usual));
  const query = (): string => viewToQuery(view.get(), usual);
  keepAddress(view, usual, wallClock, {
    replace: (search) => history.replaceState(null, "", `${location.pathname}${search}`),
    push: (search) => history.pushState(null, "", `${location.pathname}${search}`),
    onMove(listener) {
      const moved = (): void => listener(location.search);
      window.addEventListener("popstate", moved);
      return () => window.removeEventListener("popstate", moved);
    },
  });

  const mesh = signal<CityMesh | null>(null);
  void server.mesh(community).then((faces) => mesh.set(faces));
  const badges = signal<readonly Badge[]>([]);
  const drill = signal<DrillName | null>(null);
  let run: number | null = null;
  // Another community stands: nothing on this page, its address included, means anything in it.
  const leaveWhenReplaced = async (): Promise<void> => {
    const now = await server.model();
    if (now !== null && model !== null && now !== model) location.assign(location.pathname);
  };
  link.welcome.subscribe(() => {
    const welcome = link.welcome.get();
    // Another duty is another desk, with other pages behind it.
    if (welcome !== null && welcome.duty !== session.duty) location.reload();
    if (welcome === null) return;
    badges.set(welcome.badges);
    drill.set(welcome.drill);
    if (run !== null && run !== welcome.run) void leaveWhenReplaced();
    run = welcome.run;
  });

  const writingOn = signal<AlarmId | null>(null);
  const sound = new AlarmSound(() => replica.nowMs(), openAudio, mute);
  if (may({ duty: session.duty, dwelling: null }, "see-colleagues"))
    tellLook(link.company, view, writingOn, sound.state);

  const desk: DeskContext = {
    session,
    community,
    mesh,
    replica,
    link: link.state,
    badges,
    drill,
    overlays: {
      energy: overlayFeed("energy", feedDoor(link, "energy")),
      occupancy: overlayFeed("occupancy", feedDoor(link, "occupancy")),
      alerts: overlayFeed("alerts", feedDoor(link, "alerts")),
    },
    commands: new CommandBook({
      line: link.commands,
      duty: session.duty,
      nowMs: () => replica.nowMs(),
      newId,
    }),
    alarms: new AlarmActions({
      line: link.alarms,
      newId,
      live: liveOf(link.state),
    }),
    company: link.company.company,
    writingOn,
    sound,
    view,
    usualView: usual,
    looks: dress(session.desk, root, memory),
    clock: wallClock,
    beat: createBeat(replica.version, wallClock).beat,
    Scene,
    Plan,
    ask: server.ask,
    tell: server.tell,
    put: server.put,
    drop: server.drop,
    hand: handFile,
    copy: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    address: () => `${location.origin}${location.pathname}${query() === "" ? "" : `?${query()}`}`,
    signOut() {
      // Whoever signs in here next has muted nothing.
      mute.keep(null);
      void server.tell("/api/v1/session/end", {}).then(() => location.assign("/"));
    },
  };
  document.title = `${community.name[words.language === "en" ? "en" : "zh-CN"]} · Courtyard`;
  show({ state: "open", desk });
  link.setHidden(document.hidden);
  document.addEventListener("visibilitychange", () => link.setHidden(document.hidden));
  link.start();
}

function feedDoor(link: Link, name: "energy" | "occupancy" | "alerts"): FeedDoor {
  return {
    async fetch() {
      const asked = await server.ask(`/api/v1/overlays/${name}`);
      return asked.ok ? asked.body : null;
    },
    onChange: (listener) =>
      link.onOverlay((event) => {
        if (event.overlay === name) listener(event.body);
      }),
    onBack: (listener) => onBack(link.state, listener),
    clock: wallClock,
  };
}

function onBack(state: Signal<{ readonly state: string }>, listener: () => void): void {
  let wasLive = state.get().state === "live";
  let everLive = wasLive;
  state.subscribe(() => {
    const live = state.get().state === "live";
    if (live && !wasLive && everLive) listener();
    everLive ||= live;
    wasLive = live;
  });
}

function liveOf(state: Signal<{ readonly state: string }>): Signal<boolean> {
  const live = signal(state.get().state === "live");
  state.subscribe(() => live.set(state.get().state === "live"));
  return live;
}

show({ state: "opening" });
void open();
