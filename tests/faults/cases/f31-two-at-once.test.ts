import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { type Alarm, isAlarm } from "../../../models/alarm/alarm.ts";
import type { AlarmRequest } from "../../../models/alarm/request.ts";
import { actionId } from "../../../models/ids.ts";
import { faultCase } from "../fault-case.ts";
import { DeskLine } from "../stage/desk-line.ts";
import { joinDevices } from "../stage/devices.ts";
import type { Server } from "../stage/server.ts";
import { until } from "../stage/waiting.ts";

/** An operator at a line of their own, and the one alarm as they last heard of it. */
async function operator(server: Server): Promise<{ line: DeskLine; alarm: () => Alarm | null }> {
  let alarm: Alarm | null = null;
  const line = new DeskLine(server.base, await server.enter("operator"), {
    record: ({ record }) => {
      if (isAlarm(record.alert)) alarm = record.alert;
    },
  });
  await line.open();
  return { line, alarm: () => alarm };
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
        operators.map(async ({ line, alarm }, n) => {
          const request: AlarmRequest = {
            ...{ id: actionId(randomUUID()), alarm: alarm()!.alarm, version },
            ...{ action: "acknowledge", note: `round ${round} note ${n}` },
          };
          const answer = await line.alarm(request);
          if (answer?.ok !== true) throw new Error(`no answer: ${JSON.stringify(answer)}`);
          if (answer.value.outcome === "done") stage.ledger.actions.add(request.id);
          return answer.value;
        }),
      );
      const won = answers.filter(({ outcome }) => outcome === "done");
      expect(won).toHaveLength(1);
      const winner = won[0]?.alarm?.acknowledgement?.by;
      expect(winner?.duty).toBe("operator");
      for (const { outcome, alarm } of answers)
        if (outcome !== "done") expect([outcome, alarm?.changedBy]).toEqual(["changed", winner]);
      await devices.say("call-1/pressed", "false");
      // Gone, too: a call point let go and pressed again within a tick was never let go.
      await until("all see who, and that it is gone", () =>
        operators.every(({ alarm: own }) => {
          const alarm = own();
          return alarm?.acknowledgement?.by.name === winner?.name && alarm?.untilMs !== null;
        }),
      );
    }
    for (const { line } of operators) await line.close();
  },
});
