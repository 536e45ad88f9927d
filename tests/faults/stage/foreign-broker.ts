import { createServer } from "node:net";
import { Aedes } from "aedes";

// Somebody else's broker, in a process of its own: lets anybody do anything, and says what our server acknowledged.
const aedes = await Aedes.createBroker();
aedes.on("ack", (packet, client) => {
  // Of nothing that is under way on this connection.
  if ((packet as unknown) === undefined) return console.log(`stray ${client.id}`);
  if (!client.id.startsWith("courtyard-") || !("topic" in packet)) return;
  console.log(`ack ${packet.topic} ${String(packet.payload)}`);
});
const server = createServer((socket) => void aedes.handle(socket));
server.listen(Number(process.argv[2]), "127.0.0.1", () => console.log("ready"));
process.on("SIGTERM", () => process.exit(0));
