import { text, type Text } from "../../models/language/text.ts";

type Why = "unknown" | "used" | "expired" | "wait";

const reasons: Readonly<Record<Why, Text>> = {
  unknown: text("没有这个登录链接。", "There is no such sign-in link."),
  used: text(
    "这个登录链接已经用过，每个链接只能使用一次。",
    "This sign-in link has been used; each works once.",
  ),
  expired: text("这个登录链接已经过期。", "This sign-in link is too old."),
  wait: text("尝试次数过多。", "Too many attempts."),
};

const askAgain = text(
  "请向管理员索取新的链接；管理员在服务器上运行 npm run link -- 职责（例如 operator）。若您在此浏览器中已登录，请直接打开首页。",
  "Ask whoever runs the server for a new one; they run npm run link -- DUTY (operator, for example). If this browser is signed in already, just open the front page.",
);

const waitSentence = (waitS: number): Text =>
  text(`请在 ${waitS} 秒后再试。`, `Try again in ${waitS} seconds.`);

/** The small page for a link that did not work: why, and what to do now. */
export function enterPage(why: Why, waitS: number, nonce: string): string {
  const advice = why === "wait" ? waitSentence(waitS) : askAgain;
  const section = (language: keyof Text, front: string): string =>
    `<section lang="${language}"><h1>${reasons[why][language]}</h1><p>${advice[language]}</p><p><a href="/">${front}</a></p></section>`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Courtyard</title>
<style nonce="${nonce}">
  body { margin: 0; min-height: 100vh; display: grid; place-content: center; gap: 2.5rem; padding: 2rem; box-sizing: border-box;
    font: 16px/1.6 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; background: light-dark(#f4f5f6, #16181b); color: light-dark(#22262b, #d8dce1); }
  section { max-width: 34rem; }
  h1 { font-size: 1.25rem; margin: 0 0 .5rem; }
  p { margin: 0 0 .5rem; }
  a { color: inherit; }
</style>
</head>
<body>
<main>
${section("zh-CN", "打开首页")}
<hr>
${section("en", "Open the front page")}
</main>
</body>
</html>
`;
}
