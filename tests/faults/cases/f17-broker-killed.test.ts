import { faultCase } from "../fault-case.ts";
import { lost, remainsOf } from "../invariants/acknowledged.ts";
import { ForeignBroker } from "../stage/outside-broker.ts";
import { commandsAstray } from "../invariants/commands.ts";
import { Orders } from "../stage/orders.ts";
import { pause, until } from "../stage/waiting.ts";
import { station } from "../stage/devices.ts";

faultCase({
  number: "F17",
  sentence:
    "somebody else's broker is killed at random moments, every other time the server with it: nothing that we acknowledged is lost, nothing done twice",
  quick: { kills: 5 },
  long: { kills: 100 },
  async act(stage, { kills }) {
    const broker = await ForeignBroker.start(stage);
    const args = ["--broker", broker.url, "--trust-broker"];
    let server = await stage.openApart(args);
    const devices = await broker.join(server.community);
    const orders = await Orders.begin(stage, server, devices);
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
      const both = kill % 2 === 1;
      orders.pause();
      await Promise.all([broker.stop("SIGKILL"), both ? server.kill() : null]);
      broker.tell(stage.ledger);
      const promised = stage.ledger.copy();
      await broker.restart();
      if (both) server = await stage.openApart(args);
      const remains = await remainsOf(server, promised, []);
      const missing = lost(promised, remains);
      // What was under way has an end at once only when it was the server that began anew.
      if (both) missing.push(...commandsAstray(promised, remains.trail));
      if (missing.length > 0) throw new Error(`after kill ${kill + 1}:\n${missing.join("\n")}`);
      orders.goOn();
    }
    stop.abort();
    await Promise.all([sending, orders.stop()]);
    const before = stage.ledger.devices.size;
    await until("new messages are acknowledged", async () => {
      // Not awaited: what was sent into a connection that is just going is never answered.
      devices.say(`again-${sent++}/$describe`, JSON.stringify(station)).catch(() => undefined);
      await pause(100);
      broker.tell(stage.ledger);
      return stage.ledger.devices.size > before;
    });
    if (stage.ledger.readings.length < kills) throw new Error("hardly anything was acknowledged");
    if (stage.ledger.commands.size < kills) throw new Error("hardly anything was commanded");
  },
});
