import type { DeviceSymbol } from "../../models/device/kind.ts";
import { symbolPath } from "../look/device-symbols.ts";
import "./marks.css";

/** The drawing of a family of devices; its name stands in the text beside it. */
export function SymbolMark({ symbol }: { readonly symbol: DeviceSymbol }) {
  return (
    <svg className="symbol-mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d={symbolPath[symbol]} />
    </svg>
  );
}
