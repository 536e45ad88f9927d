import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Order } from "../../../models/command/orders.ts";
import type { PointSpec } from "../../../models/device/kind.ts";
import type { DeviceId } from "../../../models/ids.ts";
import { useWords } from "../../language/use-words.ts";
import { useDesk } from "../desk-context.ts";
import { useOrderWords } from "./use-order-words.ts";

interface OrderButtonsProps {
  readonly device: DeviceId;
  readonly spec: PointSpec;
  readonly order: Order;
}

/** Asks twice, in place: first what, then whether. Escape takes it back. */
export function OrderButtons({ device, spec, order }: OrderButtonsProps) {
  const { commands } = useDesk();
  const { t } = useWords();
  const orderWords = useOrderWords(spec);
  const [chosen, setChosen] = useState<number | string | null>(null);
  if (chosen === null) {
    return order.takes === "number" ? (
      <NumberOrder spec={spec} choose={setChosen} />
    ) : (
      <div className="order-buttons">
        {order.words.map((word) => (
          <Button key={word} onClick={() => setChosen(word)}>
            {orderWords(word)}
          </Button>
        ))}
      </div>
    );
  }
  const send = (): void => {
    setChosen(null);
    commands.issue(device, spec.property, chosen);
  };
  return (
    <div
      className="order-buttons order-sure"
      role="group"
      aria-label={t("command.sure", { what: orderWords(chosen) })}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        setChosen(null);
      }}
    >
      <span>{t("command.sure", { what: orderWords(chosen) })}</span>
      <Button autoFocus variant="filled" onClick={send}>
        {t("command.send")}
      </Button>
      <Button onClick={() => setChosen(null)}>{t("command.cancel")}</Button>
    </div>
  );
}

interface NumberOrderProps {
  readonly spec: PointSpec;
  readonly choose: (value: number) => void;
}

function NumberOrder({ spec, choose }: NumberOrderProps) {
  const { t, say } = useWords();
  const [written, setWritten] = useState("");
  const value = written === "" ? Number.NaN : Number(written);
  const fits = value >= spec.min && value <= spec.max;
  return (
    <form
      className="order-buttons"
      onSubmit={(event) => {
        event.preventDefault();
        if (fits) choose(value);
      }}
    >
      <TextInput
        type="number"
        aria-label={t("command.wanted", { name: say(spec.name) })}
        min={spec.min}
        max={spec.max}
        step={spec.resolution}
        value={written}
        placeholder={`${spec.min}–${spec.max}`}
        onChange={({ currentTarget }) => setWritten(currentTarget.value)}
      />
      <Button type="submit" disabled={!fits}>
        {t("command.offer")}
      </Button>
    </form>
  );
}
