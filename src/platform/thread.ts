import { dirname, extname, join } from "node:path";
import { Worker } from "node:worker_threads";

/** Starts a thread from the file `name` (without its ending) beside the file that asks, `__filename` there. */
export function startThread(asking: string, name: string, workerData: unknown): Worker {
  const extension = extname(asking);
  const file = join(dirname(asking), `${name}${extension}`);
  if (extension === ".js") return new Worker(file, { workerData });
  // Tests and `npm run dev` run the sources as they are, which a thread has to be taught to read.
  return new Worker(`require("tsx/cjs"); require(${JSON.stringify(file)});`, { workerData, eval: true });
}
