import { MantineProvider } from "@mantine/core";
import type { i18n } from "i18next";
import { Component, lazy, Suspense, type ComponentType, type ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import type { Desk } from "../../models/duty/duty.ts";
import { signal } from "../../models/signal.ts";
import { DeskProvider, type DeskContext } from "../components/desk-context.ts";
import { TroublePage } from "../components/trouble-page.tsx";
import { useSignal } from "../components/use-signal.ts";
import { useWords } from "../language/use-words.ts";
import type { Theme } from "../look/palette.ts";
import { mantineTheme } from "../look/theme.ts";

const desks: Readonly<Record<Desk, ComponentType>> = {
  operator: lazy(() => import("./operator/operator-desk.tsx")),
  wall: lazy(() => import("./wall/wall-desk.tsx")),
  planner: lazy(() => import("./planner/planner-desk.tsx")),
  presenter: lazy(() => import("./presenter/presenter-desk.tsx")),
  resident: lazy(() => import("./resident/resident-desk.tsx")),
  administrator: lazy(() => import("./administrator/administrator-desk.tsx")),
  auditor: lazy(() => import("./auditor/auditor-desk.tsx")),
};

/** How far the page has come. */
export type PageState =
  | { readonly state: "opening" }
  | { readonly state: "trouble"; readonly kind: "unreachable" | "broken"; readonly retry: () => void }
  | { readonly state: "open"; readonly desk: DeskContext };

interface DeskPageProps {
  readonly page: PageState;
  readonly words: i18n;
  readonly nonce: string;
  readonly reload: () => void;
}

const darkUntilDressed = signal<Theme>("dark");

/** The one page: words, colours, and the desk of whoever came. */
export function DeskPage({ page, words, nonce, reload }: DeskPageProps) {
  const theme = useSignal(page.state === "open" ? page.desk.looks.theme : darkUntilDressed);
  return (
    <I18nextProvider i18n={words}>
      <MantineProvider theme={mantineTheme} forceColorScheme={theme} getStyleNonce={() => nonce}>
        <FaultGuard reload={reload}>
          <PageBody page={page} reload={reload} />
        </FaultGuard>
      </MantineProvider>
    </I18nextProvider>
  );
}

function PageBody({ page, reload }: Pick<DeskPageProps, "page" | "reload">) {
  if (page.state === "opening") return <Opening />;
  if (page.state === "trouble") return <TroublePage kind={page.kind} onAct={page.retry} />;
  return <OpenDesk desk={page.desk} reload={reload} />;
}

function OpenDesk({ desk, reload }: { readonly desk: DeskContext; readonly reload: () => void }) {
  const link = useSignal(desk.link);
  if (link.state === "refused" && link.reason === "session-ended")
    return <TroublePage kind="ended" onAct={reload} />;
  const DeskOfDuty = desks[desk.session.desk];
  return (
    <DeskProvider value={desk}>
      <Suspense fallback={<Opening />}>
        <DeskOfDuty />
      </Suspense>
    </DeskProvider>
  );
}

function Opening() {
  const { t } = useWords();
  return (
    <main className="trouble-page" aria-busy="true">
      <p>{t("desk.loading")}</p>
    </main>
  );
}

/** A fault of ours ends in a sentence and a way on, never in a white page. */
class FaultGuard extends Component<
  { readonly reload: () => void; readonly children: ReactNode },
  { readonly fault: boolean }
> {
  override state = { fault: false };

  static getDerivedStateFromError(): { fault: boolean } {
    return { fault: true };
  }

  override render(): ReactNode {
    return this.state.fault ? <TroublePage kind="slipped" onAct={this.props.reload} /> : this.props.children;
  }
}
