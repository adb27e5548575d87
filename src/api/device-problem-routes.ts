import { listDeviceProblems, resolveDeviceProblem } from "../contracts/device-contract";
import * as problems from "../services/device-problem-service";
import type { ServiceContext } from "../services/service-context";
import { pageAnswer, pageRequest } from "./cursor";
import { handle, type Route } from "./handle";

export function deviceProblemRoutes(context: ServiceContext): Route[] {
  return [
    handle(listDeviceProblems, "problem.read", async ({ query }, { caller }) => {
      const { device: deviceId, open, q: search } = query;
      const filter = { deviceId, open, search };
      const page = pageRequest<"raisedAt">(query);
      const found = await problems.listDeviceProblems(context, caller, filter, page);
      return pageAnswer(found, query.sort, (problem) => problem);
    }),
    handle(resolveDeviceProblem, "device.change", ({ params }, { caller }) =>
      problems.resolveDeviceProblem(context, caller, params.id),
    ),
  ];
}
