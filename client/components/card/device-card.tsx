import { Button } from "@mantine/core";
import { kindOf } from "../../../models/device/catalogue.ts";
import { parties } from "../../../models/device/parties.ts";
import { reasonOf } from "../../../models/device/reading.ts";
import { may } from "../../../models/duty/authority.ts";
import { useWords } from "../../language/use-words.ts";
import type { ReplicaDevice } from "../../replica/replica-view.ts";
import { useDesk } from "../desk-context.ts";
import { conditionOf, severityOf } from "../device-standing.ts";
import { RecordedSign, StandingSign } from "../signs.tsx";
import { SymbolMark } from "../symbol-mark.tsx";
import { usePlaceWords } from "../use-names.ts";
import { usePart, useSignal } from "../use-signal.ts";
import { useAlarmGroups } from "../alarms/use-alarm-groups.ts";
import { AlarmRows } from "../alarms/alarm-rows.tsx";
import { CameraRows } from "./camera-rows.tsx";
import { AlertRows } from "./alert-rows.tsx";
import { CommandRows } from "./command-rows.tsx";
import { DeviceLink } from "./device-link.tsx";
import { Fact, Facts } from "./facts.tsx";
import { LimitRows } from "./limit-rows.tsx";
import { PointRows } from "./point-rows.tsx";
import { useLimits } from "./use-limits.ts";
import { useTrends } from "./use-trends.ts";

/** The faceplate of a device: what is wrong with it and what to do, its values, what may be asked of it, its limits. */
export function DeviceCard({ device }: { readonly device: ReplicaDevice }) {
  const { session, view } = useDesk();
  const { t, say } = useWords();
  const placeWords = usePlaceWords();
  const { id, name, place, party, via, fedBy, origin } = device.device;
  const kind = kindOf(device.device.kind);
  const partyName = parties.get(party);
  const isOperating = may({ duty: session.duty, dwelling: null }, "answer-alarms");
  const page = usePart(view, "page");
  const limits = useLimits(id);
  const trends = useTrends(id, isOperating);
  return (
    <>
      <header className="card-head">
        <SymbolMark symbol={kind?.symbol ?? "information"} />
        <h2>{say(name)}</h2>
        <Standing device={device} />
        {origin === "recorded" && <RecordedSign />}
      </header>
      <Cause device={device} />
      <Explained device={device} />
      {isOperating ? (
        <AlarmRows of={(alert) => alert.device === id} limits={limits} />
      ) : (
        <AlertRows of={(alert) => alert.device === id} quiet />
      )}
      <CommandRows device={device} />
      <PointRows device={device} trends={trends} limits={limits} />
      {isOperating && (
        <>
          <CameraRows device={device} />
          {page !== "diagnosis" && (
            <Button onClick={() => view.open("diagnosis")}>{t("page.diagnosisOpen")}</Button>
          )}
        </>
      )}
      <Facts>
        <Fact name={t("card.kind")}>{kind === undefined ? device.device.kind : say(kind.name)}</Fact>
        <Fact name={t("card.place")}>{placeWords(place)}</Fact>
        <Fact name={t("card.party")}>{partyName === undefined ? party : say(partyName)}</Fact>
        {via !== null && (
          <Fact name={t("card.via")}>
            <DeviceLink id={via} />
          </Fact>
        )}
        {fedBy !== null && (
          <Fact name={t("card.fedBy")}>
            <DeviceLink id={fedBy} />
          </Fact>
        )}
        <Fact name={t("card.origin")}>
          {origin === "recorded" ? t("card.fromRecording") : t("card.fromDevice")}
        </Fact>
        <Fact name={t("card.id")}>
          <span className="card-id">{id}</span>
        </Fact>
      </Facts>
      <LimitRows kind={kind} device={device} inForce={limits} />
    </>
  );
}

function Standing({ device }: { readonly device: ReplicaDevice }) {
  const { replica, beat } = useDesk();
  useSignal(beat);
  const bytes = replica.deviceBytes();
  return (
    <StandingSign priority={severityOf(bytes, device.index)} condition={conditionOf(bytes, device.index)} />
  );
}

/** How many alarms of others what befell it explains, over however many stations. */
function Explained({ device }: { readonly device: ReplicaDevice }) {
  const { t } = useWords();
  const group = useAlarmGroups().find(({ cause }) => cause === device.device.id);
  const count = group?.counts.suppressed ?? 0;
  return count === 0 ? null : <p className="card-cause">⊂ {t("alarm.explains", { n: count })}</p>;
}

/** Why a device says nothing, where that is not its own doing. */
function Cause({ device }: { readonly device: ReplicaDevice }) {
  const { replica, beat } = useDesk();
  const { t } = useWords();
  useSignal(beat);
  const { via } = device.device;
  const silent = device.slots.some((slot) => reasonOf(replica.quality(slot)) === "gateway-silent");
  if (!silent || via === null) return null;
  return (
    <p className="card-cause">
      {t("card.gatewaySilent")} <DeviceLink id={via} />
    </p>
  );
}
