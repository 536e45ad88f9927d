import { Button, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Order } from "../../../models/command/orders.ts";
import type { PointSpec } from "../../../models/device/kind.ts";
import type { DeviceId } from "../../../models/ids.ts";
import { useWords } from "../../language/use-words.ts";
import { useDesk } from "../desk-context.ts";
import { SureQuestion } from "../sure-question.tsx";
import { useOrderWords } from "./use-order-words.ts";

interface OrderButtonsProps {
  readonly device: DeviceId;
  readonly spec: PointSpec;
  readonly order: Order;
}

/** Asks twice, in place: first what, then whether. Escape takes it back; the keyboard stays where it was. */
export function OrderButtons({ device, spec, order }: OrderButtonsProps) {
  const { commands } = useDesk();
  const { t } = useWords();
  const orderWords = useOrderWords(spec);
  const [chosen, setChosen] = useState<number | string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(chosen);
  useEffect(() => {
    if (shown.current === chosen) return;
    shown.current = chosen;
    place.current?.querySelector<HTMLElement>("input, button")?.focus();
  }, [chosen]);
  const send = (value: number | string): void => {
    setChosen(null);
    commands.issue(device, spec.property, value);
  };
  return (
    <div ref={place}>
      {chosen === null && order.takes === "number" && <NumberOrder spec={spec} choose={setChosen} />}
      {chosen === null && order.takes === "one-of" && (
        <div className="order-buttons">
          {order.words.map((word) => (
            <Button key={word} onClick={() => setChosen(word)}>
              {orderWords(word)}
            </Button>
          ))}
        </div>
      )}
      {chosen !== null && (
        <SureQuestion
          question={t("command.sure", { what: orderWords(chosen) })}
          yes={t("command.send")}
          act={() => send(chosen)}
          cancel={() => setChosen(null)}
        />
      )}
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
