interface FileDropProps {
  readonly label: string;
  readonly onFile: (file: File | null) => void;
}

/** A place for a file: dropped onto it, or chosen with mouse or keyboard. The browser's own field lies over all of it. */
export function FileDrop({ label, onFile }: FileDropProps) {
  return (
    <label className="file-drop">
      <span>{label}</span>
      <input
        type="file"
        accept=".json,.jsonl,.ndjson,.geojson"
        onChange={({ target }) => onFile(target.files?.[0] ?? null)}
      />
    </label>
  );
}
