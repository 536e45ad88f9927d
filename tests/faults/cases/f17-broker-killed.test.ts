import { faultCase } from "../fault-case.ts";
import { lost, remainsOf } from "../invariants/acknowledged.ts";
import { ForeignBroker } from "../stage/outside-broker.ts";
import { pause, until } from "../stage/waiting.ts";
import { station } from "../stage/devices.ts";

faultCase({
  number: "F17",
  sentence: "somebody else's broker and the server are killed in turn: nothing that we acknowledged is lost",
  quick: { kills: 2 },
  long: { kills: 100 },
  async act(stage, { kills }) {
    const broker = await ForeignBroker.start(stage);
    const args = ["--broker", broker.url, "--trust-broker"];
    let server = await stage.openApart(args);
    const devices = await broker.join(server.community);
    let sent = 0;
    const stop = new AbortController();
    const sending = (async () => {
      while (!stop.signal.aborted) {
        const device = `foreign-${sent++}`;
        const at = Date.now();
        const reading = JSON.stringify({ value: sent % 40, at });
        devices.say(`${device}/$describe`, JSON.stringify(station)).catch(() => undefined);
        devices.say(`${device}/temperature`, reading).catch(() => undefined);
        await pause(20);
      }
    })();
    for (let kill = 0; kill < kills; kill++) {
      await pause(200 + stage.random() * 500);
      if (kill % 2 === 0) await server.kill();
      else await broker.stop("SIGKILL");
      broker.tell(stage.ledger);
      const promised = stage.ledger.copy();
      if (kill % 2 === 0) server = await stage.openApart(args);
      else await broker.restart();
      const missing = lost(promised, await remainsOf(server, promised, []));
      if (missing.length > 0) throw new Error(`after kill ${kill + 1}:\n${missing.join("\n")}`);
    }
    stop.abort();
    await sending;
    const before = stage.ledger.devices.size;
    await until("new messages are acknowledged", async () => {
      // Not awaited: what was sent into a connection that is just going is never answered.
      devices.say(`again-${sent++}/$describe`, JSON.stringify(station)).catch(() => undefined);
      await pause(100);
      broker.tell(stage.ledger);
      return stage.ledger.devices.size > before;
    });
    if (stage.ledger.readings.length < kills) throw new Error("hardly anything was acknowledged");
  },
});
