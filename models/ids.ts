/**
 * Branded identifiers. Each is born in exactly one function here, which checks its shape and throws a
 * sentence that names the offender; past the border they are trusted.
 */
declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

export type CommunityId = Branded<string, "CommunityId">;
export type GridCellId = Branded<string, "GridCellId">;
export type BuildingId = Branded<string, "BuildingId">;
export type DwellingId = Branded<string, "DwellingId">;
export type SpaceId = Branded<string, "SpaceId">;
export type DeviceId = Branded<string, "DeviceId">;
export type PropertyId = Branded<string, "PropertyId">;
export type KindId = Branded<string, "KindId">;
export type PartyId = Branded<string, "PartyId">;
export type LimitId = Branded<string, "LimitId">;
export type AlertId = Branded<string, "AlertId">;
/** `device/property#limit`: the alarm of a limit of a point, through all its episodes. */
export type AlarmId = Branded<string, "AlarmId">;
export type CommandId = Branded<string, "CommandId">;
export type ActionId = Branded<string, "ActionId">;
export type SessionId = Branded<string, "SessionId">;
/** `device/property`. */
export type PointId = Branded<string, "PointId">;
/** `public`, `staff` or `own:<dwelling>`. */
export type ChannelId = Branded<string, "ChannelId">;

/** Ids travel in MQTT topics, URLs and file names: no `/ + # $`, no control characters, no white space at the ends. */
const speakable = /^[^\s/+#$\p{Cc}][^/+#\p{Cc}]{0,127}$/u;

function born<Id extends string>(what: string) {
  return (candidate: string): Id => {
    if (!speakable.test(candidate) || candidate !== candidate.trim()) {
      throw new Error(
        `not a ${what}: ${JSON.stringify(candidate.slice(0, 80))}; expected 1 to 128 characters without / + # $ at the start and without control characters`,
      );
    }
    return candidate as Id;
  };
}

export const communityId = born<CommunityId>("community id");
export const gridCellId = born<GridCellId>("grid cell id");
export const deviceId = born<DeviceId>("device id");
export const propertyId = born<PropertyId>("property name");
export const kindId = born<KindId>("device kind");
export const partyId = born<PartyId>("responsible party");
export const limitId = born<LimitId>("limit id");
export const sessionId = born<SessionId>("session id");

/** Made by whoever asks, so that it is theirs alone: a UUID. */
function bornOfWhoAsks<Id extends string>(what: string) {
  return (candidate: string): Id => {
    if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(candidate))
      throw new Error(`not a ${what}: ${JSON.stringify(candidate.slice(0, 80))}; expected a UUID`);
    return candidate as Id;
  };
}

export const commandId = bornOfWhoAsks<CommandId>("command id");
/** Of what somebody does to an alarm. */
export const actionId = bornOfWhoAsks<ActionId>("action id");

/** City models bring ids of any shape (`{…}`, `NL.IMBAG.Pand.0503…-0`): anything printable up to 256 characters. */
function bornForeign<Id extends string>(what: string) {
  return (candidate: string): Id => {
    if (candidate.length === 0 || candidate.length > 256 || /\p{Cc}/u.test(candidate)) {
      throw new Error(
        `not a ${what}: ${JSON.stringify(candidate.slice(0, 80))}; expected 1 to 256 printable characters`,
      );
    }
    return candidate as Id;
  };
}

export const buildingId = bornForeign<BuildingId>("building id");
export const dwellingId = bornForeign<DwellingId>("dwelling id");
export const spaceId = bornForeign<SpaceId>("space id");

export const pointId = (device: DeviceId, property: PropertyId): PointId =>
  `${device}/${property}` as PointId;

/** `device/property#limit#begin`: the same alert keeps its id for as long as it lasts. */
export const alertId = (point: PointId, limit: LimitId, fromMs: number): AlertId =>
  `${point}#${limit}#${fromMs}` as AlertId;

export const alarmId = (point: PointId, limit: LimitId): AlarmId => `${point}#${limit}` as AlarmId;

/** What an alarm is of. @throws when it is the id of none. */
export function partsOfAlarm(alarm: AlarmId): { device: DeviceId; property: PropertyId; limit: LimitId } {
  const [, device = "", property = "", limit = ""] = /^([^/#]+)\/([^/#]+)#([^/#]+)$/.exec(alarm) ?? [];
  return { device: deviceId(device), property: propertyId(property), limit: limitId(limit) };
}

/** The id of an alarm, as somebody wrote it. */
export function alarmIdOf(candidate: string): AlarmId {
  const { device, property, limit } = partsOfAlarm(candidate as AlarmId);
  return alarmId(pointId(device, property), limit);
}

export const publicChannel = "public" as ChannelId;
export const staffChannel = "staff" as ChannelId;
export const ownChannel = (dwelling: DwellingId): ChannelId => `own:${dwelling}` as ChannelId;

/** A whole number that is not to be taken for a tick. */
export type Epoch = Branded<number, "Epoch">;
export const epoch = (count: number): Epoch => count as Epoch;
