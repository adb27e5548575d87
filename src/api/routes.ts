import type { Log } from "../platform/log";
import type { GraphSyncer } from "../services/graph-sync/graph-sync-service";
import type { LicenceReference } from "../services/licence/licence-reference";
import type { MyLicences } from "../services/licence/my-licences";
import type { Messenger } from "../services/messenger";
import type { ServiceContext } from "../services/service-context";
import { applicationRoutes } from "./application-routes";
import { auditRoutes } from "./audit-routes";
import { calendarSettingRoutes } from "./calendar-setting-routes";
import { checkInRoutes } from "./check-in-routes";
import { cohortRoutes } from "./cohort-routes";
import { contractCalendarRoutes } from "./contract-calendar-routes";
import { courseRoutes } from "./course-routes";
import { deviceLabelRoutes } from "./device-label-routes";
import { deviceProblemRoutes } from "./device-problem-routes";
import { deviceRoutes } from "./device-routes";
import { disclosureRoutes } from "./disclosure-routes";
import { exportRoutes } from "./export-routes";
import { findingRoutes } from "./finding-routes";
import { governanceRoutes } from "./governance-routes";
import { graphSyncRoutes } from "./graph-sync-routes";
import type { Route } from "./handle";
import { homeTeamRoutes } from "./home-team-routes";
import { importRoutes } from "./import-routes";
import { licenceRoutes } from "./licence-routes";
import { lifecycleRoutes } from "./lifecycle-routes";
import { myLicenceRoutes } from "./my-licence-routes";
import { myContactRoutes, myRoutes } from "./my-routes";
import { personRoutes } from "./person-routes";
import { rolloutRoutes } from "./rollout-routes";
import { searchRoutes } from "./search-routes";
import { sendingHoldRoutes } from "./sending-hold-routes";
import { stockTakeRoutes } from "./stock-take-routes";
import { surveyRoutes } from "./survey-routes";
import { teamRoutes } from "./team-routes";
import { vendorChangeRoutes } from "./vendor-change-routes";
import { waitingDeviceRoutes } from "./waiting-device-routes";
import { waveRoutes } from "./wave-routes";

/** What the routes work with besides the use cases' own context. */
export interface RouteParts {
  readonly context: ServiceContext;
  readonly reference: LicenceReference;
  readonly myLicences: MyLicences;
  readonly syncer: GraphSyncer;
  /** Whether an app registration for Microsoft Graph is set up. */
  readonly connected: boolean;
  readonly messenger: Messenger;
  readonly publicUrl: string;
  readonly log: Log;
}

/** Every route behind the sign-in, by feature. */
export function apiRoutes({
  context,
  reference,
  myLicences,
  syncer,
  connected,
  messenger,
  publicUrl,
  log,
}: RouteParts): Route[] {
  return [
    ...licenceRoutes(context, reference, connected),
    ...findingRoutes(context, reference),
    ...graphSyncRoutes(context, syncer),
    ...homeTeamRoutes(context),
    ...waitingDeviceRoutes(context),
    ...personRoutes(context),
    ...deviceRoutes(context),
    ...deviceLabelRoutes(context),
    ...deviceProblemRoutes(context),
    ...lifecycleRoutes(context),
    ...applicationRoutes(context),
    ...contractCalendarRoutes(context, reference, publicUrl),
    ...importRoutes(context),
    ...exportRoutes(context),
    ...disclosureRoutes(context),
    ...searchRoutes(context),
    ...teamRoutes(context, reference),
    ...auditRoutes(context),
    ...governanceRoutes(context),
    ...calendarSettingRoutes(context),
    ...checkInRoutes(context, messenger),
    ...sendingHoldRoutes(context),
    ...stockTakeRoutes(context),
    ...rolloutRoutes(context),
    ...waveRoutes(context),
    ...courseRoutes(context),
    ...vendorChangeRoutes(context, reference),
    ...cohortRoutes(context),
    ...surveyRoutes(context, messenger),
    ...myRoutes(context, messenger, log),
    ...myContactRoutes(context),
    ...myLicenceRoutes(myLicences),
  ];
}
