import { accessSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { UnusableDatabase } from "./opening-fault";

/**
 * Makes the folder of a database file, and looks whether the file can be one, before SQLite does, which says of all
 * of these only that it is unable to open it.
 * @throws UnusableDatabase, or an error of the file system
 */
export function prepareFile(path: string): void {
  makeFolder(dirname(path));
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory())
    throw new UnusableDatabase(
      `${path} is a folder. Name a file in it, like sqlite:${join(path, "toolroll.sqlite")}.`,
    );
  if (found !== undefined && !found.isFile()) throw new UnusableDatabase(`${path} is no ordinary file.`);
  accessSync(found === undefined ? dirname(path) : path, constants.R_OK | constants.W_OK);
}

/** Not by `recursive`, which looks for a parent for ever where the system says that a folder cannot be (`/proc`). */
export function makeFolder(folder: string, mode = 0o777): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode });
  } catch (fault) {
    // Another process that starts at the same moment was quicker.
    if ((fault as NodeJS.ErrnoException).code !== "EEXIST") throw fault;
  }
}
