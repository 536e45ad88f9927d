import { refuse } from "./problem.ts";
import type { Progress } from "./progress.ts";

const signatures: readonly (readonly [bytes: readonly number[], zh: string, en: string])[] = [
  [[0x1f, 0x8b], "这是 gzip 压缩文件；请先解压", "this is packed with gzip; unpack it first"],
  [[0x50, 0x4b], "这是 ZIP 压缩文件；请先解压", "this is a ZIP archive; unpack it first"],
  [
    [0x67, 0x6c, 0x54, 0x46],
    "这是 glTF 文件；请选择 CityJSON 或 GeoJSON",
    "this is glTF; choose CityJSON or GeoJSON",
  ],
  [[0x89, 0x50], "这是图片；请选择 CityJSON 或 GeoJSON", "this is a picture; choose CityJSON or GeoJSON"],
  [[0xff, 0xd8], "这是图片；请选择 CityJSON 或 GeoJSON", "this is a picture; choose CityJSON or GeoJSON"],
  [[0xff, 0xfe], "文件编码为 UTF-16；请另存为 UTF-8", "the text is in UTF-16; save it as UTF-8"],
  [[0xfe, 0xff], "文件编码为 UTF-16；请另存为 UTF-8", "the text is in UTF-16; save it as UTF-8"],
];

/** The text of a file, a byte order mark left out. @throws FileRefused for bytes that are no UTF-8, with their place. */
export function fileText(bytes: Uint8Array, progress: Progress = () => undefined): string {
  const known = signatures.find(([start]) => start.every((byte, i) => bytes[i] === byte));
  if (known) refuse("no-text", "byte 0", known[1], known[2]);
  try {
    return decoded(bytes, progress);
  } catch {
    const at = soundLength(bytes);
    const line = bytes.subarray(0, at).reduce((count, byte) => count + (byte === 0x0a ? 1 : 0), 1);
    return refuse(
      "not-utf8",
      `byte ${at} (line ${line})`,
      "不是 UTF-8 文本（旧软件常存为 GBK）；请将文件另存为 UTF-8",
      "not text in UTF-8 (older software often writes GBK or Latin-1); save the file as UTF-8",
    );
  }
}

const bytesAtOnce = 262_144;

/** @throws TypeError for what is no UTF-8. */
function decoded(bytes: Uint8Array, progress: Progress): string {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  for (let from = 0; from < bytes.length; from += bytesAtOnce) {
    text += decoder.decode(bytes.subarray(from, from + bytesAtOnce), { stream: true });
    progress("text", Math.min(1, (from + bytesAtOnce) / bytes.length));
  }
  return text + decoder.decode();
}

/** How many bytes from the start are UTF-8, by halving. */
function soundLength(bytes: Uint8Array): number {
  let [sound, unsound] = [0, bytes.length];
  while (unsound - sound > 1) {
    const middle = Math.floor((sound + unsound) / 2);
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      sound = middle;
    } catch {
      unsound = middle;
    }
  }
  return sound;
}
