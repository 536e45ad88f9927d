import { kindOf } from "../../../../models/device/catalogue.ts";
import { useDesk } from "../../../components/desk-context.ts";
import { SymbolMark } from "../../../components/symbol-mark.tsx";
import { useFormats } from "../../../components/use-formats.ts";
import { useSignal } from "../../../components/use-signal.ts";
import { useWords } from "../../../language/use-words.ts";
import { kindStandings } from "./kind-standings.ts";

/** The community at a glance: how many devices of each kind, and how many of them are not as they should be. */
export function KindsHere({ onKind }: { readonly onKind: (name: string) => void }) {
  const { replica } = useDesk();
  const { t, say } = useWords();
  const formats = useFormats();
  const devices = useSignal(replica.devices);
  return (
    <section className="overview-part">
      <h2>{t("overview.kinds")}</h2>
      <table className="overview-kinds">
        <thead>
          <tr>
            <th scope="col">{t("card.kind")}</th>
            <th scope="col" className="numeric">
              {t("overview.normal")}
            </th>
            <th scope="col" className="numeric">
              {t("list.alerting")}
            </th>
            <th scope="col" className="numeric" title={t("overview.doubtfulMeans")}>
              {t("overview.doubtful")}
            </th>
          </tr>
        </thead>
        <tbody>
          {kindStandings(devices, replica.deviceBytes()).map(({ kind: id, normal, alerting, doubtful }) => {
            const kind = kindOf(id);
            const name = kind === undefined ? id : say(kind.name);
            return (
              <tr key={id}>
                <th scope="row">
                  <button type="button" className="plain-button" onClick={() => onKind(name)}>
                    <SymbolMark symbol={kind?.symbol ?? "information"} />
                    {name}
                  </button>
                </th>
                <td className="numeric">{formats.number(normal, 1)}</td>
                <td className="numeric">{alerting > 0 && <b>{formats.number(alerting, 1)}</b>}</td>
                <td className="numeric">{doubtful > 0 && <b>{formats.number(doubtful, 1)}</b>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
