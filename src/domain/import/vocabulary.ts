import { ownApplications } from "./application-words";
import { ownContracts } from "./contract-words";
import type { ImportKind, ImportSource } from "./import";
import { intuneDevices } from "./intune-words";
import { shelfDevices } from "./shelf-words";
import { snipeDevices } from "./snipe-it-words";
import type { SourceWords } from "./source-words";
import { ownDevices, ownPeople, ownTeams } from "./toolroll-words";

/** One table for all: kind, then source, then field, then the headers that mean it. */
export const vocabulary: Readonly<Record<ImportKind, Readonly<Partial<Record<ImportSource, SourceWords>>>>> =
  {
    devices: { toolroll: ownDevices, "snipe-it": snipeDevices, intune: intuneDevices, shelf: shelfDevices },
    applications: { toolroll: ownApplications },
    contracts: { toolroll: ownContracts },
    people: { toolroll: ownPeople },
    teams: { toolroll: ownTeams },
  };
