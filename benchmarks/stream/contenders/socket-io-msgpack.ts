import parser from "socket.io-msgpack-parser";
import { socketIoNamed } from "./socket-io-named.ts";

export const socketIoMsgpack = socketIoNamed(parser);
