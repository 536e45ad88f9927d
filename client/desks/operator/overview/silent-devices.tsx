import { useDesk } from "../../../components/desk-context.ts";
import { ConditionSign } from "../../../components/signs.tsx";
import { useFormats } from "../../../components/use-formats.ts";
import { useNameOf } from "../../../components/use-names.ts";
import { useWords } from "../../../language/use-words.ts";
import { silences, type Silence } from "./silences.ts";

/** So many devices of a group are named; the list has the rest. */
const named = 4;

/** What says nothing any more, by why: thirty devices behind one silent gateway are one thing to mend. */
export function SilentDevices() {
  const { replica } = useDesk();
  const { t } = useWords();
  const formats = useFormats();
  const groups = silences(replica);
  if (groups.length === 0) return null;
  const count = groups.reduce(
    (sum, { devices, gateway }) => sum + devices.length + (gateway === null ? 0 : 1),
    0,
  );
  return (
    <section className="overview-part">
      <h2>
        {t("overview.silent")} <span className="tab-count">{formats.number(count, 1)}</span>
      </h2>
      <ul className="overview-silences">
        {groups.map((group) => (
          <SilenceRows key={`${group.cause} ${group.gateway ?? ""}`} group={group} />
        ))}
      </ul>
    </section>
  );
}

function SilenceRows({ group }: { readonly group: Silence }) {
  const { replica, view } = useDesk();
  const { t } = useWords();
  const formats = useFormats();
  const nameOf = useNameOf();
  const { cause, gateway, devices, heardMs } = group;
  const heard = heardMs === 0 ? "" : t("overview.lastHeard", { age: formats.age(replica.nowMs() - heardMs) });
  const n = formats.number(devices.length, 1);
  if (gateway !== null)
    return (
      <li>
        <button
          type="button"
          className="plain-button overview-alert"
          onClick={() => view.selectDevice(gateway)}
        >
          <span className="overview-line">
            <ConditionSign condition="stale" />
            <b>
              {t("overview.gatewaySilent", { name: nameOf({ kind: "device", device: gateway }) ?? gateway })}
            </b>
          </span>
          <span className="overview-line overview-dim">
            <span>{t("overview.carries", { n })}</span>
            <span className="overview-end">{heard}</span>
          </span>
        </button>
      </li>
    );
  return (
    <li className="overview-alert">
      <span className="overview-line">
        <ConditionSign condition="stale" />
        <b>{t(cause === "restart" ? "overview.fromRestart" : "overview.themselves", { n })}</b>
      </span>
      {devices.slice(0, named).map(({ device }) => (
        <button
          key={device.id}
          type="button"
          className="plain-button overview-name"
          onClick={() => view.selectDevice(device.id)}
        >
          {nameOf({ kind: "device", device: device.id })}
        </button>
      ))}
      <span className="overview-line overview-dim">
        <span>
          {devices.length > named && t("overview.more", { n: formats.number(devices.length - named, 1) })}
        </span>
        <span className="overview-end">{heard}</span>
      </span>
    </li>
  );
}
