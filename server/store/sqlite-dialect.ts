import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
} from "kysely";
import type { Parameter, SqliteThread } from "./sqlite-thread.ts";

/** Kysely over the one connection of a {@link SqliteThread}. */
export class SqliteThreadDialect implements Dialect {
  readonly #thread: SqliteThread;

  constructor(thread: SqliteThread) {
    this.#thread = thread;
  }

  createDriver(): Driver {
    return new ThreadDriver(this.#thread);
  }
  createQueryCompiler(): SqliteQueryCompiler {
    return new SqliteQueryCompiler();
  }
  createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
  createIntrospector(db: Kysely<unknown>): SqliteIntrospector {
    return new SqliteIntrospector(db);
  }
}

/** SQLite does undo changes of the schema, so a migration cut short leaves nothing half done. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Gives out the single connection to one user at a time. */
class ThreadDriver implements Driver {
  readonly #thread: SqliteThread;
  #turn: Promise<void> = Promise.resolve();

  constructor(thread: SqliteThread) {
    this.#thread = thread;
  }

  async init(): Promise<void> {
    await this.#thread.open();
  }

  async acquireConnection(): Promise<ThreadConnection> {
    const before = this.#turn;
    let done = (): void => undefined;
    this.#turn = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    return new ThreadConnection(this.#thread, done);
  }

  async beginTransaction(connection: ThreadConnection): Promise<void> {
    await connection.begin();
  }
  async commitTransaction(connection: ThreadConnection): Promise<void> {
    await connection.run("commit", []);
  }
  async rollbackTransaction(connection: ThreadConnection): Promise<void> {
    // A thread that died, and a statement that found the disk full, have rolled back already.
    await connection.run("rollback", []).catch(() => undefined);
  }
  async releaseConnection(connection: ThreadConnection): Promise<void> {
    connection.release();
  }
  async destroy(): Promise<void> {
    await this.#thread.close();
  }
}

class ThreadConnection implements DatabaseConnection {
  readonly #thread: SqliteThread;
  readonly release: () => void;
  #generation: number | undefined;

  constructor(thread: SqliteThread, release: () => void) {
    this.#thread = thread;
    this.release = release;
  }

  async begin(): Promise<void> {
    await this.#thread.run("begin immediate", []);
    this.#generation = this.#thread.generation;
  }

  run(sql: string, parameters: readonly unknown[]): ReturnType<SqliteThread["run"]> {
    return this.#thread.run(sql, parameters as readonly Parameter[], this.#generation);
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, changes } = await this.run(query.sql, query.parameters);
    return { rows: rows as unknown as Row[], numAffectedRows: BigInt(changes) };
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error("rows are not streamed; ask for fewer at a time");
  }
}
