import {
  changeDeviceProblem,
  getDeviceProblem,
  listDeviceProblems,
  listMyDeviceProblems,
  resolveDeviceProblem,
} from "../contracts/device-problem-contract";
import * as problems from "../services/device-problem-service";
import type { ServiceContext } from "../services/service-context";
import { pageAnswer, pageRequest } from "./cursor";
import { withEtag } from "./etag";
import { handle, type Route } from "./handle";
import { problemFilter } from "./list-filters";

export function deviceProblemRoutes(context: ServiceContext): Route[] {
  return [
    handle(listDeviceProblems, "problem.read", async ({ query }, { caller }) => {
      const page = pageRequest<"raisedAt">(query);
      const found = await problems.listDeviceProblems(context, caller, problemFilter(query), page);
      return pageAnswer(found, query.sort, withEtag);
    }),
    handle(getDeviceProblem, "problem.read", async ({ params }, { caller }) =>
      withEtag(await problems.readDeviceProblem(context, caller, params.id)),
    ),
    handle(changeDeviceProblem, "device.change", async ({ params, body }, { caller, version }) =>
      withEtag(await problems.changeDeviceProblem(context, caller, { id: params.id, version, wanted: body })),
    ),
    handle(resolveDeviceProblem, "device.change", async ({ params }, { caller }) =>
      withEtag(await problems.resolveDeviceProblem(context, caller, params.id)),
    ),
    handle(listMyDeviceProblems, "own.read", async ({ query }, { caller }) => {
      const page = pageRequest<"raisedAt">(query);
      const found = await problems.myDeviceProblems(context, caller.person.id, page);
      return pageAnswer(found, query.sort, (problem) => problem);
    }),
  ];
}
