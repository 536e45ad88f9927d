import { sql } from "kysely";
import type { Database } from "./open-store.ts";

/** Writes the database as it is at this moment into a new file, while others go on using it. */
export async function copyDatabase(db: Database, file: string): Promise<void> {
  await sql`vacuum into ${file}`.execute(db);
}
