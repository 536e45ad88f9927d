import { useState, type DragEvent } from "react";

interface FileDropProps {
  readonly label: string;
  readonly onFile: (file: File | null) => void;
  readonly onDrop: (event: DragEvent) => void;
}

/** A place for a file: dropped onto it, or chosen with mouse or keyboard. */
export function FileDrop({ label, onFile, onDrop }: FileDropProps) {
  const [over, setOver] = useState(false);
  return (
    <label
      className={over ? "file-drop over" : "file-drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        onDrop(event);
      }}
    >
      <span>{label}</span>
      <input
        type="file"
        accept=".json,.jsonl,.ndjson,.geojson"
        onChange={({ target }) => onFile(target.files?.[0] ?? null)}
      />
    </label>
  );
}
