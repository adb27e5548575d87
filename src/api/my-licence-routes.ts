import { askMyLicences, listMyLicences } from "../contracts/my-licence-contract";
import type { MyLicences } from "../services/licence/my-licences";
import { handle, type Route } from "./handle";

/** The caller's own licences: as they were read, and as Microsoft 365 tells the caller now. */
export function myLicenceRoutes(licences: MyLicences): Route[] {
  return [
    handle(listMyLicences, "own.read", (_, { caller }) => licences.held(caller.person.id)),
    handle(askMyLicences, "own.read", (_, { ownToken }) => licences.ask(ownToken())),
  ];
}
