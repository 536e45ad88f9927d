import type { Selection, ViewState } from "../../../models/view/view-state.ts";
import { viewToQuery } from "../../../models/view/view-url.ts";
import { useDesk } from "../../components/desk-context.ts";
import { useNameOf } from "../../components/use-names.ts";
import { usePart, useSignal } from "../../components/use-signal.ts";
import { useWords } from "../../language/use-words.ts";
import { wayTo, type Step } from "./way-here.ts";

/** From the community down to what is looked at; each step leads back to its level. */
export function Breadcrumbs() {
  const { view, replica, community } = useDesk();
  const { t } = useWords();
  const wordOf = useStepWord();
  const selection = usePart(view, "selection");
  const page = usePart(view, "page");
  useSignal(replica.devices);
  const steps = wayTo(selection, page, community, (id) => replica.deviceOf(id)?.device.place);
  const level = steps.at(-1)?.level ?? 1;
  return (
    <div className="page-way">
      <span className="page-level" title={t("page.levelMeans")}>
        {t("page.level", { n: level })}
      </span>
      <ol aria-label={t("page.way")}>
        {steps.map((step, k) => (
          <li key={`${step.page} ${JSON.stringify(step.selection)}`}>
            <StepLink step={step} word={wordOf(step)} isHere={k === steps.length - 1} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function StepLink({
  step,
  word,
  isHere,
}: {
  readonly step: Step;
  readonly word: string;
  readonly isHere: boolean;
}) {
  const { view, usualView } = useDesk();
  // Level 1 shows the whole community again, the others are flown to.
  const there = (now: ViewState): ViewState => ({
    ...now,
    selection: step.selection,
    page: step.page,
    camera: step.level === 1 ? usualView.camera : now.camera,
  });
  return (
    <a
      className="plain-button"
      href={`?${viewToQuery(there({ ...view.get(), camera: usualView.camera }), usualView)}`}
      aria-current={isHere ? "location" : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        view.set(there(view.get()));
      }}
    >
      {word}
    </a>
  );
}

function useStepWord(): (step: Step) => string {
  const { community } = useDesk();
  const { t, say } = useWords();
  const nameOf = useNameOf();
  const wordOf = (selection: Selection): string => {
    if (selection.kind === "none") return say(community.name);
    if (selection.kind !== "building" || selection.storey === null) return nameOf(selection) ?? "";
    const { storey } = selection;
    return storey < 0 ? t("list.basement", { n: -storey }) : t("list.storey", { n: storey });
  };
  return ({ selection, page }) => (page === "diagnosis" ? t("page.diagnosis") : wordOf(selection));
}
