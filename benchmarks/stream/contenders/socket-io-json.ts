import { socketIoNamed } from "./socket-io-named.ts";

export const socketIoJson = socketIoNamed();
