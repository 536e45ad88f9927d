/** The languages every sentence of the product exists in. The first is the default. */
export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

/** A sentence or name in every language of the product. */
export type Text = Readonly<Record<Language, string>>;

export const text = (zh: string, en: string): Text => ({ "zh-CN": zh, en });
