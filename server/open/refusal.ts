import { text, type Text } from "../../models/language/text.ts";

interface Kind {
  readonly status: number;
  readonly sentence: Text;
}

const kinds = {
  "bad-request": { status: 400, sentence: text("请求无法读取。", "The request cannot be read.") },
  "bad-token": {
    status: 401,
    sentence: text(
      "令牌无效：请用 npm run token 生成新的令牌。",
      "The token is not valid: make a new one with npm run token.",
    ),
  },
  "token-needed": {
    status: 401,
    sentence: text(
      "此地址需要令牌：请用 npm run token -- ingest 生成，并以 Authorization: Bearer 令牌 发送。",
      "This address needs a token: make one with npm run token -- ingest, and send it as Authorization: Bearer TOKEN.",
    ),
  },
  "sign-in-first": {
    status: 401,
    sentence: text(
      "请先登录：打开一次性登录链接（npm run link -- 职责）。",
      "Sign in first: open a one-time link (npm run link -- DUTY).",
    ),
  },
  "not-allowed": {
    status: 403,
    sentence: text("您的职责不允许此操作。", "Your duty does not allow this."),
  },
  "foreign-origin": {
    status: 403,
    sentence: text(
      "请求来自其他网站，已拒绝。若通过其他地址访问，请设置 --public-url。",
      "The request comes from another site and was refused. If people use another address, set --public-url.",
    ),
  },
  "not-found": { status: 404, sentence: text("此处没有内容。", "There is nothing here.") },
  "wrong-method": {
    status: 405,
    sentence: text("此地址不支持该方法。", "This address does not take that method."),
  },
  "old-epoch": {
    status: 410,
    sentence: text(
      "该版本的字典已不存在：请重新连接。",
      "That dictionary is of an earlier epoch: connect anew.",
    ),
  },
  busy: {
    status: 409,
    sentence: text("另一个文件正在读取，请等它结束。", "Another file is being read; wait until it is done."),
  },
  "drill-runs": {
    status: 409,
    sentence: text("已有演练在进行，请先结束它。", "A drill runs already; end it first."),
  },
  "no-simulator": {
    status: 409,
    sentence: text(
      "没有模拟设备参与，无法演练。",
      "No simulated devices speak here, so there is nobody to drill with.",
    ),
  },
  "too-large": { status: 413, sentence: text("内容过大：请分批发送。", "Too large: send smaller batches.") },
  "wrong-type": { status: 415, sentence: text("不支持的内容类型。", "That content type is not taken here.") },
  "too-many-requests": {
    status: 429,
    sentence: text("请求过于频繁，请稍后再试。", "Too many requests; try again later."),
  },
  "our-fault": {
    status: 500,
    sentence: text("服务器内部错误，已记录。", "A fault of the server; it has been logged."),
  },
  "store-unavailable": {
    status: 503,
    sentence: text(
      "数据存储暂时不可用，未作任何更改。请查看 /health。",
      "The store is not available and nothing was changed. See /health.",
    ),
  },
  "not-built": {
    status: 503,
    sentence: text("页面尚未构建：请运行 npm run build。", "The page has not been built: run npm run build."),
  },
} as const satisfies Record<string, Kind>;

export type RefusalCode = keyof typeof kinds;

/** A refusal on its way out; every error answer of HTTP has this body. */
export interface ErrorBody {
  readonly error: { readonly code: RefusalCode; readonly sentence: Text; readonly hint?: Text };
}

export const statusOf = (code: RefusalCode): number => kinds[code].status;

export function errorBody(code: RefusalCode, hint?: Text): ErrorBody {
  const { sentence } = kinds[code];
  return { error: hint === undefined ? { code, sentence } : { code, sentence, hint } };
}

/** Thrown by a route to refuse. `hint` says what exactly, and may be shown to anybody. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly hint: Text | undefined;

  constructor(code: RefusalCode, hint?: Text) {
    super(hint === undefined ? code : `${code}: ${hint.en}`);
    this.name = "Refusal";
    this.code = code;
    this.hint = hint;
  }
}

const ofStatus: Readonly<Record<number, RefusalCode>> = {
  400: "bad-request",
  404: "not-found",
  405: "wrong-method",
  413: "too-large",
  415: "wrong-type",
  429: "too-many-requests",
};

/** What to answer for anything that was thrown. */
export function refusalFor(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof Error && error.name === "StoreError") return new Refusal("store-unavailable");
  const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
  return new Refusal(ofStatus[status] ?? (status >= 400 && status < 500 ? "bad-request" : "our-fault"));
}
