import { useId, type ReactNode } from "react";
import "./panel.css";

interface PanelProps {
  readonly title: string;
  readonly note?: string;
  readonly className?: string;
  readonly side?: ReactNode;
  readonly children: ReactNode;
}

/** A titled piece of a desk. */
export function Panel({ title, note, className = "", side, children }: PanelProps) {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>{title}</h2>
        {side}
      </header>
      {note !== undefined && <p className="panel-note">{note}</p>}
      {children}
    </section>
  );
}
