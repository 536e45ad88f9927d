import type { FastifyInstance } from "fastify";
import { seconds } from "../../models/quantity.ts";

const bodyWithinMs = 30 * seconds;

/** A body has to be there in half a minute, save at the addresses where a large file comes in. */
export function addBodyDeadline(
  app: FastifyInstance,
  after: (ms: number, act: () => void) => () => void,
  patient: ReadonlySet<string>,
): void {
  app.addHook("onRequest", ({ raw, routeOptions }, _reply, done) => {
    const hasBody =
      raw.headers["content-length"] !== undefined || raw.headers["transfer-encoding"] !== undefined;
    if (hasBody && !patient.has(routeOptions.url ?? "")) {
      const callOff = after(bodyWithinMs, () => raw.destroy());
      raw.once("end", callOff).once("close", callOff);
    }
    done();
  });
}
