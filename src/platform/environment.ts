import { z } from "zod";

const loopbackHosts = new Set(["127.0.0.1", "::1", "[::1]", "localhost"]);

export function isLoopbackHost(host: string): boolean {
  return loopbackHosts.has(host);
}

const onOff = z.enum(["on", "off"]);
const loopbackOrigin = z.url().refine((text) => isLoopbackHost(new URL(text).hostname), {
  message: "must be an address on 127.0.0.1, [::1] or localhost",
});
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const timeZone = z.string().refine(isTimeZone, "must be a time zone name like Europe/London");
const database = z.string().refine((text) => /^sqlite:.+/.test(text) || /^postgres(ql)?:\/\/.+/.test(text), {
  message: "must be sqlite:<path>, sqlite::memory: or postgres://user:pass@host:port/db",
});

const list = (item: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) =>
      text
        .toLowerCase()
        .split(/[\s,]+/)
        .filter((part) => part !== ""),
    )
    .pipe(z.array(item).min(1));

/** One schema for the whole environment; house rule: nothing else reads `process.env`. */
const schema = z
  .object({
    AUTH: z.enum(["local", "entra"]).default("entra"),
    NODE_ENV: z.string().optional(),
    HOST: z.string().min(1),
    PORT: whole(0, 65_535),
    PUBLIC_URL: z.url(),
    DATABASE_URL: database,
    TIME_ZONE: timeZone,
    ENTRA_TENANT_ID: z.guid().optional(),
    TAB_CLIENT_ID: z.guid().optional(),
    TAB_CLIENT_SECRET: z.string().optional(),
    TAB_CLIENT_CERT_PATH: z.string().optional(),
    TAB_CLIENT_KEY_PATH: z.string().optional(),
    BOT_CLIENT_ID: z.guid().optional(),
    BOT_CLIENT_SECRET: z.string().optional(),
    BOT_CLIENT_CERT_PATH: z.string().optional(),
    BOT_CLIENT_KEY_PATH: z.string().optional(),
    TAB_ALLOWED_CLIENTS: list(z.guid("must be client ids, separated by commas")).optional(),
    BOT_SERVICE_HOSTS: list(z.hostname("must be host names, separated by commas")).optional(),
    DEV_LOOPBACK_ENTRA_URL: loopbackOrigin.optional(),
    DEV_LOOPBACK_GRAPH_URL: loopbackOrigin.optional(),
    DEV_LOOPBACK_BOT_URL: loopbackOrigin.optional(),
    SYNC_FULL_CRON: z.string().optional(),
    SYNC_DELTA_MINUTES: whole(1, 1_440).optional(),
    SYNC_SIGNIN: onOff.optional(),
    SYNC_REPORTS: onOff.optional(),
    SYNC_DEVICES: onOff.optional(),
    SYNC_TEAMS: onOff.optional(),
    INACTIVE_DAYS: whole(1, 3_650).default(90),
    NEW_USER_GRACE_DAYS: whole(0, 3_650).default(30),
    REPORT_PERIOD: z.enum(["D7", "D30", "D90", "D180"]).default("D90"),
    SKU_NAMES_FILE: z.string().optional(),
    FREE_SKUS_FILE: z.string().optional(),
    SEND_RATE_PER_SECOND: z.coerce.number().positive().max(1_000).default(25),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  })
  .superRefine((value, check) => {
    const wrong = (path: string, message: string) =>
      check.addIssue({ code: "custom", path: [path], message });
    const production = value.NODE_ENV === "production";
    // Checks run on what failed its own check too; that has been said already.
    const publicUrl = URL.canParse(value.PUBLIC_URL) ? new URL(value.PUBLIC_URL) : null;
    if (publicUrl && publicUrl.protocol !== "https:" && !isLoopbackHost(publicUrl.hostname)) {
      wrong("PUBLIC_URL", "must be https outside loopback");
    }
    if (value.AUTH === "local") {
      if (production) wrong("AUTH", "local sign-in is refused with NODE_ENV=production");
      if (!isLoopbackHost(value.HOST)) wrong("HOST", "must be a loopback address with AUTH=local");
      return;
    }
    for (const name of ["ENTRA_TENANT_ID", "TAB_CLIENT_ID", "BOT_CLIENT_ID"] as const) {
      if (value[name] === undefined) wrong(name, "is missing; AUTH=entra needs it");
    }
    for (const app of ["TAB", "BOT"] as const) {
      const certificate = value[`${app}_CLIENT_CERT_PATH`] && value[`${app}_CLIENT_KEY_PATH`];
      if (!value[`${app}_CLIENT_SECRET`] && !certificate) {
        wrong(
          `${app}_CLIENT_SECRET`,
          `is missing; give it, or ${app}_CLIENT_CERT_PATH and ${app}_CLIENT_KEY_PATH`,
        );
      }
    }
    if (value.TAB_CLIENT_ID !== undefined && value.TAB_CLIENT_ID === value.BOT_CLIENT_ID) {
      wrong("BOT_CLIENT_ID", "must differ from TAB_CLIENT_ID: two app registrations");
    }
    for (const name of [
      "DEV_LOOPBACK_ENTRA_URL",
      "DEV_LOOPBACK_GRAPH_URL",
      "DEV_LOOPBACK_BOT_URL",
    ] as const) {
      if (production && value[name] !== undefined) wrong(name, "is refused with NODE_ENV=production");
    }
  });

export type Environment = z.output<typeof schema>;

/** Everything that is wrong, in one readable list. */
export class EnvironmentError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `Toolroll cannot start. Mend these settings (real environment variables win over env/.env.* files):\n${problems
        .map((problem) => `  - ${problem}`)
        .join("\n")}`,
    );
  }
}

/**
 * Parses settings; an empty text counts as not set, and names that are not Toolroll's are ignored.
 * @throws EnvironmentError with every problem at once
 */
export function parseEnvironment(values: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value?.trim()));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new EnvironmentError(
    result.error.issues.map(({ path, message }) => {
      const name = path.join(".");
      return `${name} ${given[name] === undefined ? message.replace(/^Invalid input.*/, "is missing") : message}`;
    }),
  );
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
