import { close, fsync, open } from "node:fs";

const everyMs = 100;

/**
 * While a long transaction goes on, lets the disk take piece by piece what it writes into the log of changes, in the
 * background: the commit, which holds up everybody until the disk has all of it, then has little left to wait for.
 * @returns ends it
 */
export function syncEarly(log: string): () => void {
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    sync(log, () => {
      busy = false;
    });
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Only a favour: that it fails is found out by the commit. */
function sync(log: string, done: () => void): void {
  open(log, "r+", (fault, file) => {
    if (fault) return done();
    fsync(file, () => close(file, done));
  });
}
