import { beforeEach, describe, expect, it } from "vitest";
import { CommandBook } from "../../../client/commands/command-book.ts";
import type { Answered } from "../../../client/link/asked-once.ts";
import { CommandLine } from "../../../client/link/command-line.ts";
import type { LinkWire } from "../../../client/link/wire.ts";
import type { CommandRecord, CommandRequest, CommandState } from "../../../models/command/command.ts";
import type { Answer } from "../../../models/stream/messages.ts";
import { deviceId, pointId, propertyId } from "../../../models/ids.ts";

const [lamp, state] = [deviceId("lamp-1"), propertyId("state")];
const point = pointId(lamp, state);

let wire: LinkWire | null;
let asked: { request: CommandRequest; answered: Answered<Answer<CommandRecord>> }[];
let line: CommandLine;
let book: CommandBook;
let ids = 0;
beforeEach(() => {
  asked = [];
  wire = {
    ask: (_event, request, answered) =>
      void asked.push({
        request: request as CommandRequest,
        answered: answered as Answered<Answer<CommandRecord>>,
      }),
    tell: () => undefined,
    close: () => undefined,
  };
  line = new CommandLine(() => wire);
  book = new CommandBook({
    line,
    duty: "operator",
    nowMs: () => 1000,
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, "0")}`,
  });
});

const standing = () => book.latest.get().get(point);
const shown = (): string | undefined => standing()?.desired.state;
const as = (at: number, step: CommandState, reason: CommandRecord["reason"] = null): CommandRecord => ({
  ...asked[at]!.request,
  ...{ state: step, reason, by: "operator", askedAtMs: 1000, changedAtMs: 2000 },
});

describe("a command at the desk", () => {
  it("is asked, then as the server says, step by step", () => {
    book.issue(lamp, state, "on");
    expect(shown()).toBe("asked");
    asked[0]!.answered({ ok: true, value: as(0, "accepted") });
    expect(shown()).toBe("accepted");
    line.tell([as(0, "sent")], false);
    line.tell([as(0, "confirmed")], false);
    expect(shown()).toBe("confirmed");
  });

  it("is not set back by an answer that its own steps have overtaken", () => {
    book.issue(lamp, state, "on");
    line.tell([as(0, "sent")], false);
    asked[0]!.answered({ ok: true, value: as(0, "accepted") });
    expect(shown()).toBe("sent");
  });

  it("says why it was refused, or that it may not be asked", () => {
    book.issue(lamp, state, "on");
    asked[0]!.answered({ ok: true, value: as(0, "refused", "busy") });
    expect(standing()?.desired).toMatchObject({ state: "refused", reason: "busy" });
    book.issue(lamp, state, "off");
    asked[1]!.answered({ ok: false, code: "not-allowed" });
    expect(standing()?.desired).toMatchObject({ state: "refused", value: "off" });
  });

  it("that is under way stays what is desired while another is refused beside it", () => {
    const desired = () => ({ value: standing()?.desired.value, state: shown() });
    const beside = () => standing()?.beside;
    book.issue(lamp, state, "on");
    asked[0]!.answered({ ok: true, value: as(0, "accepted") });
    line.tell([as(0, "sent")], false);
    book.issue(lamp, state, "off");
    expect([desired(), beside()?.state]).toEqual([{ value: "on", state: "sent" }, "asked"]);
    asked[1]!.answered({ ok: true, value: as(1, "refused", "busy") });
    expect(desired()).toEqual({ value: "on", state: "sent" });
    expect(beside()).toMatchObject({ value: "off", state: "refused", reason: "busy" });
    line.tell([as(0, "timed-out")], false);
    expect([desired().state, beside()?.state]).toEqual(["timed-out", "refused"]);
    // What is asked next, and taken, is what is desired.
    book.issue(lamp, state, "off");
    asked[2]!.answered({ ok: true, value: as(2, "accepted") });
    expect([desired(), beside()]).toEqual([{ value: "off", state: "accepted" }, null]);
  });

  it("that was asked while another was ending takes its place once it is taken", () => {
    book.issue(lamp, state, "on");
    line.tell([as(0, "sent")], false);
    book.issue(lamp, state, "off");
    line.tell([as(0, "confirmed")], false);
    line.tell([as(1, "accepted")], false);
    asked[1]!.answered({ ok: true, value: as(1, "accepted") });
    expect(standing()).toMatchObject({ desired: { value: "off", state: "accepted" }, beside: null });
  });

  it("is unknown when the link broke before the answer, never asked again by itself, and then as the server knows it", () => {
    book.issue(lamp, state, "on");
    line.cut();
    expect(shown()).toBe("unknown");
    asked[0]!.answered({ ok: true, value: as(0, "accepted") });
    expect(shown()).toBe("unknown");
    expect(asked).toHaveLength(1);
    line.tell([as(0, "confirmed")], true);
    expect(shown()).toBe("confirmed");
    wire = null;
    book.issue(lamp, state, "off");
    expect(shown()).toBe("unknown");
    line.tell([], true);
    expect(shown()).toBeUndefined();
  });
});
