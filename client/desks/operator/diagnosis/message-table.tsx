import type { DeviceId } from "../../../../models/ids.ts";
import { seconds } from "../../../../models/quantity.ts";
import { DataTable } from "../../../components/data-table.tsx";
import { usePolled } from "../../../components/polled.ts";
import { useFormats } from "../../../components/use-formats.ts";
import { useWords } from "../../../language/use-words.ts";
import { messagesAnswer, type RawMessage } from "./answers.ts";

const lookMs = 3 * seconds;

/** What the device sends, as it arrives, the newest first; listened to from when this is open. */
export function MessageTable({ device }: { readonly device: DeviceId }) {
  const { t, say } = useWords();
  const path = `/api/v1/devices/${encodeURIComponent(device)}/messages`;
  const { polled } = usePolled(path, messagesAnswer, lookMs);
  const empty = polled.state === "failed" ? say(polled.sentence) : t("diagnosis.noMessages");
  const messages = polled.state === "here" ? polled.body.messages.toReversed() : [];
  return (
    <DataTable
      label={t("diagnosis.messages")}
      heads={[t("diagnosis.arrived"), t("diagnosis.address"), t("diagnosis.payload")]}
      empty={empty}
    >
      {messages.map((message, k) => (
        <MessageRow key={`${message.atMs} ${messages.length - k}`} message={message} />
      ))}
    </DataTable>
  );
}

function MessageRow({ message: { atMs, address, payload, bytes } }: { readonly message: RawMessage }) {
  const formats = useFormats();
  return (
    <tr>
      <td className="numeric">{formats.time(atMs)}</td>
      <td className="diagnosis-raw">{address}</td>
      <td className="diagnosis-raw" title={formats.bytes(bytes)}>
        {payload}
      </td>
    </tr>
  );
}
