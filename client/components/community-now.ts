import type { ReplicaView } from "../replica/replica-view.ts";
import type { Formats } from "../language/formats.ts";
import type { Words } from "../language/use-words.ts";
import { gather, lamps, parking, solar, weather, type Gathered } from "./public-readings.ts";

/** A number for everybody: what it is, how much, of how many that speak. */
export interface PublicFigure {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly note: string;
  /** False when nothing of the kind is measured here; the value then says so. */
  readonly measured: boolean;
  /** True when some of the devices do not speak, so that it is not the whole. */
  readonly partly: boolean;
}

const lampOn = 1;

interface Speech {
  readonly t: Words["t"];
  readonly say: Words["say"];
  readonly formats: Formats;
}

/** What the community as a whole says of itself; nothing not measured is made up. */
export function communityNow(replica: ReplicaView, speech: Speech): readonly PublicFigure[] {
  const { t, say, formats } = speech;
  const mean = (key: string, gathered: Gathered): PublicFigure | null =>
    gathered.spec === null
      ? null
      : figure(key, say(gathered.spec.name), gathered, {
          value: formats.value(gathered.spec, gathered.mean),
          unit: formats.unit(gathered.spec.unit),
        });
  const figure = (
    key: string,
    name: string,
    { devices, heard }: Gathered,
    { value, unit }: { value: string; unit: string },
  ): PublicFigure => {
    const measured = devices > 0;
    const said = measured ? (heard === 0 ? "–" : value) : t("open.notMeasured");
    const note = measured ? t("open.reporting", { heard, all: devices }) : "";
    return {
      key,
      name,
      value: said,
      unit: measured && heard > 0 ? unit : "",
      note,
      measured,
      partly: measured && heard < devices,
    };
  };
  const power = gather(replica, solar.kind, solar.power);
  const bays = gather(replica, parking.kind, parking.freeBays);
  const lit = gather(replica, lamps.kind, lamps.state, (value) => (value === lampOn ? 1 : 0));
  const all = [
    mean("temperature", gather(replica, weather.kind, weather.temperature)),
    mean("pm25", gather(replica, weather.kind, weather.pm25)),
    mean("wind", gather(replica, weather.kind, weather.wind)),
    mean("humidity", gather(replica, weather.kind, weather.humidity)),
    mean("noise", gather(replica, weather.kind, weather.noise)),
    figure("solar", t("open.solar"), power, { value: formats.number(power.sum, 1), unit: "kW" }),
    figure("parking", t("open.freeBays"), bays, { value: formats.number(bays.mean, 1), unit: "" }),
    figure("lamps", t("open.lamps"), lit, { value: formats.number(lit.sum, 1), unit: "" }),
  ];
  return all.filter((each) => each !== null);
}
