import initSqlJs, { type SqlJsStatic } from 'sql.js';
import wasmUrl from 'sql.js/dist/sql-wasm-browser.wasm?url';

/** SQLite, from our own files. Its bytes are handed over, so that it does not matter as what a server sends them. */
export async function openSqlite(): Promise<SqlJsStatic> {
  const response = await fetch(wasmUrl);
  if (!response.ok) throw new Error(`${wasmUrl}: ${response.status}`);
  return initSqlJs({ wasmBinary: await response.arrayBuffer() });
}
