import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { may } from "../../../models/duty/authority.ts";
import type { Page } from "../../../models/view/view-state.ts";
import { CompanyMenu } from "../../components/company/company-menu.tsx";
import { useDesk } from "../../components/desk-context.ts";
import { usePart } from "../../components/use-signal.ts";
import type { MessageKey } from "../../language/messages.ts";
import { useWords } from "../../language/use-words.ts";
import { Breadcrumbs } from "./breadcrumbs.tsx";
import "./page-bar.css";

/** The pages one can go to at any time. */
const places: readonly (readonly [Page, MessageKey])[] = [
  ["map", "page.map"],
  ["alarms", "page.alarms"],
  ["measures", "page.measures"],
];

/** The pages of those who may set rules, besides. */
const rulePlaces: typeof places = [["rules", "page.rules"]];

/** Where one is, and where one can go: in the same place whatever is open (ISA-101). */
export function PageBar({ find }: { readonly find: ReactNode }) {
  const { view, session } = useDesk();
  const { t } = useWords();
  const page = usePart(view, "page");
  const setsRules = may({ duty: session.duty, dwelling: null }, "set-rules");
  const shown = setsRules ? [...places, ...rulePlaces] : places;
  return (
    <nav className="page-bar" aria-label={t("page.bar")}>
      <Breadcrumbs />
      <div className="page-places">
        {find}
        {shown.map(([place, name]) => (
          <Button
            key={place}
            data-turns-page
            aria-current={place === page ? "page" : undefined}
            onClick={() => view.open(place)}
          >
            {t(name)}
          </Button>
        ))}
      </div>
      <CompanyMenu />
    </nav>
  );
}
