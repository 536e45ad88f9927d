import { Button, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
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

/** Asks twice, in place: first what, then whether. Escape takes it back; the keyboard stays where it was. */
export function OrderButtons({ device, spec, order }: OrderButtonsProps) {
  const { commands } = useDesk();
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
        <Sure what={orderWords(chosen)} send={() => send(chosen)} cancel={() => setChosen(null)} />
      )}
    </div>
  );
}

interface SureProps {
  readonly what: string;
  readonly send: () => void;
  readonly cancel: () => void;
}

function Sure({ what, send, cancel }: SureProps) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const group = place.current;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      // The card stays: only the question goes.
      event.stopPropagation();
      cancel();
    };
    group?.addEventListener("keydown", onKey);
    return () => group?.removeEventListener("keydown", onKey);
  }, [cancel]);
  const question = t("command.sure", { what });
  return (
    <div ref={place} className="order-buttons" role="group" aria-label={question}>
      <span>{question}</span>
      <Button variant="filled" onClick={send}>
        {t("command.send")}
      </Button>
      <Button onClick={cancel}>{t("command.cancel")}</Button>
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
