import { Button, NativeSelect } from "@mantine/core";
import { dutyNames } from "../../models/duty/duty.ts";
import { languages } from "../../models/language/text.ts";
import { useWords } from "../language/use-words.ts";
import { useDesk } from "./desk-context.ts";
import { DrillMenu } from "./drills/drill-menu.tsx";
import { useSignal } from "./use-signal.ts";
import "./desk-menu.css";

/** Each language by its own name, which needs no translation. */
const ownNames = { "zh-CN": "中文", en: "English" } as const;

/** Language, theme, who one is, and the way out. */
export function DeskMenu({ onHelp }: { readonly onHelp?: () => void }) {
  const { looks, session, signOut } = useDesk();
  const { t, say, language, choose } = useWords();
  const theme = useSignal(looks.theme);
  return (
    <div className="desk-menu" role="group" aria-label={t("desk.menu")}>
      <span className="desk-duty">{say(dutyNames[session.duty])}</span>
      <DrillMenu />
      {onHelp !== undefined && (
        <Button onClick={onHelp} aria-label={t("desk.help")} title={t("desk.help")}>
          ?
        </Button>
      )}
      <NativeSelect
        aria-label={t("desk.language")}
        value={language}
        data={languages.map((value) => ({ value, label: ownNames[value] }))}
        onChange={({ currentTarget }) => choose(currentTarget.value === "en" ? "en" : "zh-CN")}
      />
      <Button
        onClick={() => looks.choose(theme === "dark" ? "light" : "dark")}
        aria-label={`${t("desk.theme")}: ${t(theme === "dark" ? "desk.lightTheme" : "desk.darkTheme")}`}
      >
        {t(theme === "dark" ? "desk.lightTheme" : "desk.darkTheme")}
      </Button>
      {session.signedIn && <Button onClick={signOut}>{t("desk.signOut")}</Button>}
    </div>
  );
}
