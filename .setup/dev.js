// Hot reload: the server as its users start it, and vite in front of it; links open through vite.
import { spawn } from "node:child_process";

const page = "http://localhost:5173";
const run = (/** @type {string} */ command, /** @type {string[]} */ args) =>
  spawn(command, args, { stdio: "inherit" });

const server = run(process.execPath, [
  ...["--import", "tsx", "--watch-path=server", "--watch-path=models", "--watch-preserve-output"],
  ...["server/main.ts", "--public-url", page, ...process.argv.slice(2)],
]);
const vite = run(process.execPath, ["node_modules/vite/bin/vite.js", "--port", "5173", "--strictPort"]);

const both = [server, vite];
for (const child of both) {
  child.once("exit", () => {
    for (const other of both) other.kill();
  });
}
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.on(signal, () => {
    for (const child of both) child.kill(signal);
  });
}
