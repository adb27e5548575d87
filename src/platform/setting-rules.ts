import { isLoopbackHost } from "./loopback";
import type { Environment, SettingName } from "./setting";

/** The settings that are well-formed by themselves. */
type WellFormed = Partial<Environment>;
type Fault = readonly [name: SettingName, message: string];

const apps = ["TAB", "BOT"] as const;

/**
 * What is wrong with settings taken together.
 * @param absent whether a setting was not given at all, rather than given and malformed
 */
export function faultsTogether(given: WellFormed, absent: (name: SettingName) => boolean): Fault[] {
  return [
    ...publicAddress(given),
    ...halfCertificates(absent),
    ...(given.NODE_ENV === "production" ? standIns(absent) : []),
    ...(given.AUTH === "local" ? localDoor(given) : []),
    ...(given.AUTH === "entra" ? entraDoor(given, absent) : []),
  ];
}

function publicAddress({ PUBLIC_URL: address }: WellFormed): Fault[] {
  if (address === undefined || address.startsWith("https:")) return [];
  return isLoopbackHost(new URL(address).hostname) ? [] : [["PUBLIC_URL", "must be https outside loopback"]];
}

function halfCertificates(absent: (name: SettingName) => boolean): Fault[] {
  const pairs = apps.flatMap((app) => {
    const [certificate, key] = [`${app}_CLIENT_CERT_PATH`, `${app}_CLIENT_KEY_PATH`] as const;
    return [[certificate, key] as const, [key, certificate] as const];
  });
  return pairs
    .filter(([one, other]) => !absent(one) && absent(other))
    .map(([one, other]) => [other, `is missing; ${one} needs it`]);
}

function standIns(absent: (name: SettingName) => boolean): Fault[] {
  const names = ["DEV_LOOPBACK_ENTRA_URL", "DEV_LOOPBACK_GRAPH_URL", "DEV_LOOPBACK_BOT_URL"] as const;
  return names
    .filter((name) => !absent(name))
    .map((name) => [name, "is refused with NODE_ENV=production"] as const);
}

function localDoor({ HOST: host, NODE_ENV: mode }: WellFormed): Fault[] {
  const faults: Fault[] = [];
  if (mode === "production") faults.push(["AUTH", "local sign-in is refused with NODE_ENV=production"]);
  if (host !== undefined && !isLoopbackHost(host)) {
    faults.push(["HOST", "must be a loopback address with AUTH=local"]);
  }
  return faults;
}

function entraDoor(given: WellFormed, absent: (name: SettingName) => boolean): Fault[] {
  const ids = ["ENTRA_TENANT_ID", "TAB_CLIENT_ID", "BOT_CLIENT_ID"] as const;
  const faults: Fault[] = ids.filter(absent).map((name) => [name, "is missing; AUTH=entra needs it"]);
  for (const app of apps) {
    const [certificate, key] = [`${app}_CLIENT_CERT_PATH`, `${app}_CLIENT_KEY_PATH`] as const;
    if (absent(`${app}_CLIENT_SECRET`) && absent(certificate) && absent(key)) {
      faults.push([`${app}_CLIENT_SECRET`, `is missing; give it, or ${certificate} and ${key}`]);
    }
  }
  const [tab, bot] = [given.TAB_CLIENT_ID, given.BOT_CLIENT_ID];
  if (tab !== undefined && tab.toLowerCase() === bot?.toLowerCase()) {
    faults.push(["BOT_CLIENT_ID", "must differ from TAB_CLIENT_ID: two app registrations"]);
  }
  return faults;
}
