import { faultCase } from "../fault-case.ts";
import { lost, remainsOf } from "../invariants/acknowledged.ts";
import { actionsAstray } from "../invariants/alarm-actions.ts";
import { commandsAstray } from "../invariants/commands.ts";
import { AlarmAnswers } from "../stage/alarm-answers.ts";
import { joinDevices } from "../stage/devices.ts";
import { Orders } from "../stage/orders.ts";
import { pause } from "../stage/waiting.ts";
import { Writers } from "../stage/writers.ts";

faultCase({
  number: "F18",
  sentence:
    "the server is killed at random moments under writing: nothing acknowledged is lost, nothing done twice",
  quick: { kills: 5 },
  long: { kills: 100 },
  async act(stage, { kills }) {
    let server = await stage.openApart();
    await stage.watch("operator");
    const devices = await joinDevices(stage, server);
    const writers = await Writers.begin(stage, server, devices);
    const orders = await Orders.begin(stage, server, devices);
    const answers = await AlarmAnswers.begin(stage, server, devices);
    for (let kill = 0; kill < kills; kill++) {
      await pause(100 + stage.random() * 700);
      const killed = server.kill();
      writers.pause();
      orders.pause();
      answers.pause();
      await killed;
      const promised = stage.ledger.copy();
      // Some starts are cut short too.
      if (kill % 3 === 2) await stage.killedStart(stage.random() * 1_500);
      server = await stage.openApart();
      const remains = await remainsOf(server, promised, []);
      const missing = [
        ...lost(promised, remains),
        ...commandsAstray(promised, remains.trail),
        ...actionsAstray(promised, remains.trail),
      ];
      if (missing.length > 0) throw new Error(`after kill ${kill + 1}:\n${missing.join("\n")}`);
      writers.goOn();
      orders.goOn();
      answers.goOn();
    }
    await pause(200);
    await Promise.all([writers.stop(), orders.stop(), answers.stop()]);
    if (stage.ledger.readings.length < kills)
      throw new Error("hardly anything was written between the kills");
    if (stage.ledger.commands.size < kills)
      throw new Error("hardly anything was commanded between the kills");
    if (stage.ledger.actions.size < kills)
      throw new Error("hardly anything was done about alarms between the kills");
    // It opens clean after all that, and ends clean.
    await server.end();
    await stage.openApart();
  },
});
