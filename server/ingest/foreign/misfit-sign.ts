import { text } from "../../../models/language/text.ts";
import type { Problems } from "../doors.ts";
import type { ForeignBook } from "./foreign-book.ts";

const misfitting = (n: number) =>
  text(
    `${n} 个已映射的数值与测点不符，读数未被采用；请在“外来设备与映射”页更正其类型、词语或单位。`,
    `${n} mapped values do not fit their points and are not taken; mend their type, words or unit on the mapping page.`,
  );

/** @returns a look to be taken every second: shows that mapped values do not fit, until each fits or is mapped anew. */
export function misfitSign(devices: Pick<ForeignBook, "misfits">, problems: Problems): () => void {
  let shown = 0;
  return () => {
    const { misfits } = devices;
    if (misfits === shown) return;
    if (misfits > 0) problems.raise({ address: "ingest", id: "misfits", sentence: misfitting(misfits) });
    else problems.end("ingest", "misfits");
    shown = misfits;
  };
}
