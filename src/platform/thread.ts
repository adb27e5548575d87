import { dirname, extname, join } from "node:path";
import { type ResourceLimits, Worker } from "node:worker_threads";

/** Starts a thread from the file `name` (without its ending) beside the file that asks, `__filename` there. */
export function startThread(
  asking: string,
  name: string,
  workerData: unknown,
  resourceLimits: ResourceLimits = {},
): Worker {
  const extension = extname(asking);
  const file = join(dirname(asking), `${name}${extension}`);
  if (extension === ".js") return new Worker(file, { workerData, resourceLimits });
  // Tests and `npm run dev` run the sources as they are, which a thread has to be taught to read.
  const source = `require("tsx/cjs"); require(${JSON.stringify(file)});`;
  return new Worker(source, { workerData, resourceLimits, eval: true });
}
