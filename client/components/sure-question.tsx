import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useWords } from "../language/use-words.ts";

interface SureQuestionProps {
  readonly question: string;
  /** What is done on yes, in a word or two. */
  readonly yes: string;
  readonly act: () => void;
  readonly cancel: () => void;
}

/** Asks whether, in the place where it was asked what. Escape takes it back. */
export function SureQuestion({ question, yes, act, cancel }: SureQuestionProps) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const group = place.current;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      // What it stands in stays: only the question goes.
      event.stopPropagation();
      cancel();
    };
    group?.addEventListener("keydown", onKey);
    return () => group?.removeEventListener("keydown", onKey);
  }, [cancel]);
  return (
    <div ref={place} className="order-buttons" role="group" aria-label={question}>
      <span>{question}</span>
      <Button variant="filled" onClick={act}>
        {yes}
      </Button>
      <Button onClick={cancel}>{t("command.cancel")}</Button>
    </div>
  );
}
