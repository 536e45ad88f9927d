import { randomUUID } from "node:crypto";
import { type Alarm, isAlarm, stateOf } from "../../../models/alarm/alarm.ts";
import type { AlarmAnswer, AlarmRequest } from "../../../models/alarm/request.ts";
import { actionId } from "../../../models/ids.ts";
import { hours } from "../../../models/quantity.ts";
import type { Answer } from "../../../models/stream/messages.ts";
import { DeskLine } from "./desk-line.ts";
import type { Devices } from "./devices.ts";
import type { Server } from "./server.ts";
import type { Stage } from "./stage.ts";
import { Turnstile } from "./turnstile.ts";
import { pause } from "./waiting.ts";

const callPoint = { kind: "manual_call_point", name: { en: "Call point" } };

/**
 * A call point that is pressed and let go all the time, and an operator who acknowledges, shelves and resets its alarm.
 * Whatever is not answered is asked again by the same id, and whatever is answered is asked once more.
 */
export class AlarmAnswers {
  readonly #stage: Stage;
  readonly #line: DeskLine;
  readonly #turnstile = new Turnstile();
  #alarm: Alarm | null = null;
  #stopped = false;
  #loops: Promise<unknown>[] = [];

  private constructor(stage: Stage, base: string, cookie: string) {
    this.#stage = stage;
    this.#line = new DeskLine(base, cookie, {
      record: ({ record }) => {
        if (isAlarm(record.alert)) this.#alarm = record.alert;
      },
      watching: ({ records }) => {
        this.#alarm = records.map(({ record }) => record.alert).find(isAlarm) ?? null;
      },
    });
  }

  static async begin(stage: Stage, server: Server, devices: Devices): Promise<AlarmAnswers> {
    const answers = new AlarmAnswers(stage, server.base, await server.enter("operator"));
    await devices.describe("call-1", callPoint);
    answers.#loops = [answers.#press(devices), answers.#answer()];
    stage.atEnd(() => answers.stop());
    return answers;
  }

  async #press(devices: Devices): Promise<void> {
    for (let pressed = true; !this.#stopped; pressed = !pressed) {
      await this.#turnstile.pass();
      await devices.say("call-1/pressed", JSON.stringify(pressed)).catch(() => undefined);
      await pause(50 + this.#stage.random() * 200);
    }
  }

  async #answer(): Promise<void> {
    while (!this.#stopped) {
      await this.#turnstile.pass();
      await this.#line.open();
      const request = this.#alarm && this.#requestFor(this.#alarm);
      if (request === null) {
        await pause(20);
        continue;
      }
      const answer = await this.#untilAnswered(request);
      if (answer?.ok === true && answer.value.outcome === "done") {
        this.#stage.ledger.actions.add(request.id);
        void this.#line.alarm(request);
      }
      await pause(20);
    }
  }

  #requestFor(alarm: Alarm): AlarmRequest | null {
    const at = { id: actionId(randomUUID()), alarm: alarm.alarm, version: alarm.version, note: "" };
    switch (stateOf(alarm)) {
      case "unacknowledged":
      case "returned":
        return { ...at, action: "acknowledge" };
      case "latched":
        return { ...at, action: "reset" };
      case "acknowledged":
        return { ...at, action: "shelve", reason: "test", untilMs: Date.now() + hours, oneShot: false };
      case "shelved":
        return { ...at, action: "unshelve" };
      case "normal":
      case "suppressed":
      case "out-of-service":
        return null;
    }
  }

  async #untilAnswered(request: AlarmRequest): Promise<Answer<AlarmAnswer> | null> {
    for (;;) {
      await this.#turnstile.pass();
      const answer = await this.#line.alarm(request);
      if (answer !== null || this.#stopped) return answer;
      await pause(20);
    }
  }

  /** From here on nothing new is asked. */
  pause(): void {
    this.#turnstile.close();
  }

  goOn(): void {
    this.#turnstile.open();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.goOn();
    await Promise.all(this.#loops);
    await this.#line.close();
  }
}
