// Reads a city model in a thread of its own. Plain JavaScript because the loader of TypeScript has to be asked in first.
import { register } from "tsx/esm/api";

register();
await import("./read-for-parent.ts");
