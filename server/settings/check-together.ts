import type { Settings } from "../settings.ts";
import { SettingsError } from "./setting.ts";

const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);

/** What no setting can tell alone. @throws SettingsError */
export function checkTogether(settings: Settings): void {
  const { host, broker, "tls-cert": cert, "tls-key": key } = settings;
  if ((cert === null) !== (key === null))
    throw new SettingsError("--tls-cert and --tls-key belong together; give both or neither.");
  const guarded = cert !== null || settings["trust-proxy"] || settings.insecure;
  if (!isLoopback(host) && !guarded) {
    throw new SettingsError(
      `--host ${host} would carry sign-ins in the clear; give --tls-cert and --tls-key, or --trust-proxy behind a proxy with TLS, or --insecure.`,
    );
  }
  if (broker !== null && settings["mqtt-port"] !== null && settings["mqtt-port"] !== 0)
    throw new SettingsError("--broker replaces the embedded broker; leave --mqtt-port out.");
}
