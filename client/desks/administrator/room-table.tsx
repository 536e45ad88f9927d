import { roomNames } from "../../language/names/room-names.ts";
import { useWords } from "../../language/use-words.ts";
import type { RoomRow } from "./room-figures.ts";

/** The rooms of the server, each with its state in a word and its figures. */
export function RoomTable({ rows }: { readonly rows: readonly RoomRow[] }) {
  const { t, say } = useWords();
  return (
    <table className="room-table" aria-label={t("health.rooms")}>
      <thead>
        <tr>
          <th scope="col">{t("health.room")}</th>
          <th scope="col">{t("health.state")}</th>
          <th scope="col">{t("health.figures")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ room, isTroubled, figures }) => {
          const name = roomNames.get(room);
          return (
            <tr key={room}>
              <th scope="row">{name === undefined ? room : say(name)}</th>
              <td className={isTroubled ? "room-troubled" : "room-running"}>
                {t(isTroubled ? "health.troubled" : "health.running")}
              </td>
              <td>
                <dl className="room-figures">
                  {figures.map(([figure, value]) => (
                    <div key={figure}>
                      <dt>{figure}</dt>
                      <dd>{value}</dd>
                    </div>
                  ))}
                </dl>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
