/** Said to whoever starts Toolroll: why the database cannot be used, and what to do about it. */
export class UnusableDatabase extends Error {
  constructor(why: string, options: ErrorOptions = {}) {
    super(`DATABASE_URL cannot be used. ${why}`, options);
    this.name = "UnusableDatabase";
  }
}

type Sentences = Readonly<Record<string, (place: string) => string>>;

const fileSentences: Sentences = {
  EACCES: (path) => `The account that runs Toolroll may not read and write ${path}. Give it that right.`,
  EPERM: (path) => `The account that runs Toolroll may not read and write ${path}. Give it that right.`,
  EROFS: (path) => `${path} lies on a disk that is mounted read-only.`,
  ENOENT: (path) => `The folder of ${path} is not there and cannot be made. Name another one.`,
  ENOTDIR: (path) => `Something in the path ${path} is a file where a folder has to be.`,
  ENAMETOOLONG: () => "The path is longer than the system takes.",
  ENOSPC: (path) => `There is no room left on the disk of ${path}.`,
  SQLITE_FULL: (path) => `There is no room left on the disk of ${path}.`,
  SQLITE_NOTADB: (path) =>
    `${path} is a file, but not a SQLite database. It was left as it is; name another one.`,
  SQLITE_CORRUPT: (path) => `The database ${path} is damaged. Restore a back-up: npm run restore.`,
  SQLITE_BUSY: (path) => `The database ${path} is held by another program. End that one first.`,
  SQLITE_READONLY: (path) => `The database ${path} cannot be written to. Look at its rights and at its disk.`,
  SQLITE_CANTOPEN: (path) =>
    `The system does not let ${path} be opened. Look at its rights and at its folder's.`,
};

const unreachable = (place: string) =>
  `${place} cannot be reached from here. Look at its address and the network.`;
const refusedAccount = () =>
  "PostgreSQL refuses the user name or the password, or where they come from (pg_hba.conf).";

const serverSentences: Sentences = {
  ECONNREFUSED: (place) => `Nothing listens at ${place}. Is PostgreSQL running, and is that its address?`,
  ENOTFOUND: (place) => `No machine by the name in ${place} is known.`,
  EAI_AGAIN: (place) => `The name in ${place} could not be looked up: the name server does not answer.`,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ETIMEDOUT: (place) =>
    `No answer from ${place}. Is it the right address, and does a firewall let it through?`,
  NOT_POSTGRES: (place) => `What answers at ${place} is not PostgreSQL, or hung up at once.`,
  "28P01": refusedAccount,
  "28000": refusedAccount,
  "3D000": () => "There is no database of that name. Make it first: CREATE DATABASE ....",
  "42501": () =>
    "The database's account may not make tables, or not the extension pg_trgm. Grant it CREATE on the schema, and have an administrator run CREATE EXTENSION pg_trgm.",
  "53300": () => "PostgreSQL has no connection left for Toolroll. End others, or raise max_connections.",
  "57P03": () => "PostgreSQL is just starting or stopping. Try again in a moment.",
};

/** What a driver or the file system said, as a sentence for whoever starts Toolroll. No password is repeated. */
export function openingFault(url: string, fault: unknown): Error {
  if (fault instanceof UnusableDatabase) return fault;
  // Native code throws errors of the context that loaded it first, which are no `Error` of this one.
  const { code = "", message = "" } = (fault ?? {}) as Partial<NodeJS.ErrnoException>;
  const sqlite = url.startsWith("sqlite:");
  const sentence = sqlite ? (fileSentences[code] ?? fileSentences[familyOf(code)]) : serverSentences[code];
  const place = sqlite ? url.slice("sqlite:".length) : serverOf(url);
  const told = sentence?.(place) ?? `${place}: ${message.replaceAll(/\s+/g, " ") || "it does not answer."}`;
  return new UnusableDatabase(told, { cause: fault });
}

/** SQLITE_CANTOPEN_ISDIR is a kind of SQLITE_CANTOPEN. */
function familyOf(code: string): string {
  return code.split("_", 2).join("_");
}

function serverOf(url: string): string {
  const { hostname, port } = new URL(url);
  return `${decodeURIComponent(hostname) || "localhost"}:${port || 5432}`;
}
