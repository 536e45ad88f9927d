import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { wallClock } from "../../../client/clock.ts";
import { socketIoWire } from "../../../client/link/socket-io-wire.ts";
import type { LinkWire } from "../../../client/link/wire.ts";
import { type Alarm, isAlarm } from "../../../models/alarm/alarm.ts";
import type { AlarmAnswer, AlarmRequest } from "../../../models/alarm/request.ts";
import { actionId } from "../../../models/ids.ts";
import { protocol } from "../../../models/stream/messages.ts";
import { faultCase } from "../fault-case.ts";
import { joinDevices } from "../stage/devices.ts";
import type { Server } from "../stage/server.ts";
import { until } from "../stage/waiting.ts";

/** An operator at a socket of their own, and the one alarm as they last heard of it. */
async function operator(server: Server): Promise<{ wire: LinkWire; alarm: () => Alarm | null }> {
  let alarm: Alarm | null = null;
  const nothing = (): void => undefined;
  const extraHeaders = { cookie: await server.enter("operator"), origin: server.base };
  const wire = await new Promise<LinkWire>((resolve) => {
    const made: LinkWire = socketIoWire(server.base, { clock: wallClock, extraHeaders })({
      ...{ frames: nothing, welcome: nothing, command: nothing, overlay: nothing, refused: nothing },
      ...{ closed: nothing, opened: () => resolve(made) },
      record: ({ record }) => {
        if (isAlarm(record.alert)) alarm = record.alert;
      },
    });
  });
  wire.ask("hello", { protocol, frames: 1 }, nothing);
  wire.ask("watch", { channels: [], records: null }, nothing);
  return { wire, alarm: () => alarm };
}

faultCase({
  number: "F31",
  sentence:
    "many acknowledge one alarm at once: one wins, the others are told by whom and when, and no note is lost",
  quick: { people: 10, rounds: 2 },
  long: { people: 50, rounds: 20 },
  async act(stage, { people, rounds }) {
    const server = await stage.open();
    const devices = await joinDevices(stage, server);
    await devices.describe("call-1", { kind: "manual_call_point", name: { en: "Call point" } });
    const operators = await Promise.all(Array.from({ length: people }, () => operator(server)));
    for (let round = 0; round < rounds; round++) {
      await devices.say("call-1/pressed", "true");
      await until("all have heard of it", () =>
        operators.every(({ alarm }) => alarm()?.acknowledged === false),
      );
      const version = operators[0]?.alarm()?.version ?? 0;
      const answers = await Promise.all(
        operators.map(({ wire, alarm }, n) => {
          const request: AlarmRequest = {
            ...{ id: actionId(randomUUID()), alarm: alarm()!.alarm, version },
            ...{ action: "acknowledge", note: `round ${round} note ${n}` },
          };
          return new Promise<AlarmAnswer>((resolve) =>
            wire.ask("alarm", request, (answer) => {
              if (!answer.ok) throw new Error(answer.code);
              if (answer.value.outcome === "done") stage.ledger.actions.add(request.id);
              resolve(answer.value);
            }),
          );
        }),
      );
      const won = answers.filter(({ outcome }) => outcome === "done");
      expect(won).toHaveLength(1);
      const winner = won[0]?.alarm?.acknowledgement?.by;
      expect(winner?.duty).toBe("operator");
      for (const { outcome, alarm } of answers)
        if (outcome !== "done") expect([outcome, alarm?.changedBy]).toEqual(["changed", winner]);
      await devices.say("call-1/pressed", "false");
      await until("all see who", () =>
        operators.every(({ alarm }) => alarm()?.acknowledgement?.by.name === winner?.name),
      );
    }
    for (const { wire } of operators) wire.close();
  },
});
