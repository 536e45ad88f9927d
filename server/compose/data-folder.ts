import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { text } from "../../models/language/text.ts";
import type { Problems } from "../open/problems.ts";
import { databaseIn } from "../settings.ts";
import { openStore, type Store } from "../store/open-store.ts";
import { busyCode, fullCode, StoreError } from "../store/store-error.ts";
import { reasonOf, StartRefused } from "./start-refused.ts";

const full = text(
  "磁盘已满：实时画面继续，但新的登录、设备和最近值无法保存。请清理磁盘空间。",
  "The disk is full: what is live goes on, but sign-ins, devices and last values are not kept. Make room on the disk.",
);
const away = text(
  "数据存储不可用：实时画面继续，系统会自动重试。请检查数据目录所在的磁盘。",
  "The store does not answer: what is live goes on and the store is tried again. Look at the disk of the data folder.",
);

/** Creates the folder, for the owner only, and opens the database in it. @throws StartRefused */
export async function openDataFolder(
  folder: string,
  nowMs: () => number,
  problems: Problems,
): Promise<Store> {
  const path = resolve(folder);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartRefused(`--data ${path} cannot be used: ${reasonOf(error)}; name another folder.`);
  }
  const onTrouble = (trouble: StoreError | null): void => {
    if (trouble === null) return problems.end("store", "trouble");
    problems.raise({ address: "store", id: "trouble", sentence: trouble.code === fullCode ? full : away });
  };
  try {
    return await openStore(databaseIn(path), { nowMs, onTrouble });
  } catch (error) {
    throw new StartRefused(refusalOf(path, error));
  }
}

function refusalOf(path: string, error: unknown): string {
  if (!(error instanceof StoreError)) return `--data ${path} cannot be used: ${reasonOf(error)}.`;
  if (error.code === busyCode)
    return `--data ${path} is in use by another Courtyard; stop that one, or give this one a folder of its own with --data.`;
  return `--data ${path} cannot be used: ${error.message}; restore a backup, or name another folder.`;
}
