import type { Asked } from "./desk-context.ts";
import { askedOf, unreachable } from "./server-door.ts";

/** Sends a file as it is and tells how much of it is out, 0 to 1: `fetch` cannot. */
export function handFile(path: string, file: Blob, sent: (share: number) => void): Promise<Asked> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("PUT", path);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded }) =>
      sent(file.size === 0 ? 1 : loaded / file.size),
    );
    request.addEventListener("load", () => resolve(askedOf(request.status, request.responseText)));
    request.addEventListener("error", () => resolve({ ok: false, status: 0, sentence: unreachable }));
    request.send(file);
  });
}
