import { kindOf } from "../../../models/device/catalogue.ts";
import type { PointSpec } from "../../../models/device/kind.ts";
import type { CommandRecord } from "../../../models/command/command.ts";
import { orderOf, type Order } from "../../../models/command/orders.ts";
import { may } from "../../../models/duty/authority.ts";
import { dutyNames } from "../../../models/duty/duty.ts";
import { pointId } from "../../../models/ids.ts";
import { commandSigns, commandStateNames, refusalNames } from "../../language/names/command-names.ts";
import { useWords } from "../../language/use-words.ts";
import type { ReplicaDevice } from "../../replica/replica-view.ts";
import { useDesk } from "../desk-context.ts";
import { useFormats } from "../use-formats.ts";
import { useSignal } from "../use-signal.ts";
import { OrderButtons } from "./order-buttons.tsx";
import { useOrderWords } from "./use-order-words.ts";
import "./command-rows.css";

/** What may be asked of a device, by whoever may: reported and desired stand apart. */
export function CommandRows({ device }: { readonly device: ReplicaDevice }) {
  const { session, replica, beat } = useDesk();
  const { t } = useWords();
  useSignal(beat);
  const kind = kindOf(device.device.kind);
  if (kind === undefined || !may({ duty: session.duty, dwelling: null }, "command")) return null;
  const settable = device.slots.flatMap((slot) => {
    const spec = replica.specOf(slot);
    const order = spec.writable ? orderOf(kind.id, spec.property) : null;
    return order === null ? [] : [{ slot, spec, order }];
  });
  if (settable.length === 0) return null;
  return (
    <section className="command-rows" aria-label={t("command.title")}>
      <h3>{t("command.title")}</h3>
      {settable.map(({ slot, spec, order }) => (
        <CommandRow
          key={`${device.device.id} ${spec.property}`}
          device={device}
          slot={slot}
          spec={spec}
          order={order}
        />
      ))}
    </section>
  );
}

interface CommandRowProps {
  readonly device: ReplicaDevice;
  readonly slot: number;
  readonly spec: PointSpec;
  readonly order: Order;
}

function CommandRow({ device, slot, spec, order }: CommandRowProps) {
  const { replica } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const value = replica.value(slot);
  return (
    <div className="command-row" role="group" aria-label={say(spec.name)}>
      <h4>{say(spec.name)}</h4>
      <dl>
        <dt>{t("command.reported")}</dt>
        <dd>
          {formats.value(spec, value)} {Number.isNaN(value) ? "" : formats.unit(spec.unit)}
        </dd>
        <dt>{t("command.desired")}</dt>
        <dd>
          <div role="status">
            <Desired device={device} spec={spec} />
          </div>
        </dd>
      </dl>
      <OrderButtons device={device.device.id} spec={spec} order={order} />
    </div>
  );
}

/** What is desired of the point and what became of it; beside it, what was asked meanwhile. */
function Desired({ device, spec }: Pick<CommandRowProps, "device" | "spec">) {
  const { commands } = useDesk();
  const { t } = useWords();
  const standing = useSignal(commands.latest).get(pointId(device.device.id, spec.property));
  if (standing === undefined) return <span className="command-none">{t("command.none")}</span>;
  return (
    <>
      <Outcome record={standing.desired} spec={spec} />
      {standing.beside && (
        <div className="command-beside">
          <Outcome record={standing.beside} spec={spec} />
        </div>
      )}
    </>
  );
}

function Outcome({ record, spec }: { readonly record: CommandRecord; readonly spec: PointSpec }) {
  const { t, say } = useWords();
  const formats = useFormats();
  const orderWords = useOrderWords(spec);
  const { state, reason, value, by, askedAtMs } = record;
  const why = reason === null ? "" : `: ${say(refusalNames[reason])}`;
  return (
    <>
      <b>{orderWords(value)}</b>{" "}
      <span className={`command-state command-${state}`}>
        <span aria-hidden="true">{commandSigns[state]}</span> {say(commandStateNames[state])}
        {why}
      </span>{" "}
      <span className="command-by">
        {t("command.by", { duty: say(dutyNames[by]), time: formats.time(askedAtMs) })}
      </span>
    </>
  );
}
