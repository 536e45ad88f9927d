// One connection, one writer, in a thread of its own. Plain JavaScript because tsx does not reach into worker threads.
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

/**
 * @typedef {import("./sqlite-thread.ts").Request} Request
 * @typedef {import("./sqlite-thread.ts").Response} Response
 * @typedef {import("@photostructure/sqlite").StatementSyncInstance} Statement
 */

const builtIn = Number(process.versions.node.split(".")[0]) >= 24;
/** @type {typeof import("@photostructure/sqlite")} */
const { DatabaseSync } = createRequire(import.meta.url)(builtIn ? "node:sqlite" : "@photostructure/sqlite");

const port = parentPort;
if (port === null) throw new Error("sqlite-worker.js runs only as a worker thread");

/** @param {Response} response */
const say = (response) => port.postMessage(response);

/**
 * @param {number} id
 * @param {unknown} error
 */
const sayFailure = (id, error) => {
  const failure = /** @type {{ message?: string, errcode?: number }} */ (error);
  say({ id, failed: { message: failure.message ?? String(error), code: failure.errcode ?? 1 } });
};

const open = () => {
  const opened = new DatabaseSync(workerData.file);
  // WAL alone means synchronous=NORMAL in this build, which loses acknowledged commits in a power cut. The empty
  // write takes the exclusive lock now, so that a second process is refused at its start and not at its first write.
  opened.exec(`pragma busy_timeout = 0; pragma locking_mode = exclusive; pragma journal_mode = wal;
    pragma synchronous = full; pragma fullfsync = 1; pragma foreign_keys = on; begin immediate; commit`);
  return opened;
};

/** @type {ReturnType<typeof open> | null} */
let database = null;
try {
  database = open();
  say({ id: 0, rows: [], changes: 0 });
} catch (error) {
  sayFailure(0, error);
}

const preparedLimit = 200;
/** @type {Map<string, Statement>} */
const prepared = new Map();

/**
 * @param {ReturnType<typeof open>} db
 * @param {string} sql
 */
const prepare = (db, sql) => {
  const known = prepared.get(sql);
  if (known !== undefined) return known;
  if (prepared.size >= preparedLimit) prepared.clear();
  const statement = db.prepare(sql);
  prepared.set(sql, statement);
  return statement;
};

port.on("message", (/** @type {Request} */ request) => {
  try {
    if (database === null) throw new Error("the database did not open");
    if ("close" in request) {
      prepared.clear();
      database.close();
      database = null;
      say({ id: request.id, rows: [], changes: 0 });
      port.close();
      return;
    }
    const statement = prepare(database, request.sql);
    // The column count tells a query from a command; `returning` makes a command a query.
    if (statement.columns().length > 0) {
      const rows = /** @type {Record<string, unknown>[]} */ (statement.all(...request.parameters));
      say({ id: request.id, rows, changes: 0 });
    } else {
      const { changes } = statement.run(...request.parameters);
      say({ id: request.id, rows: [], changes });
    }
  } catch (error) {
    sayFailure(request.id, error);
  }
});
