import { accessSync, constants } from "node:fs";
import { z } from "zod";
import { isLoopbackOrigin, isWebOrigin } from "./loopback";

const choice = <const T extends readonly string[]>(...of: T) =>
  z.enum(of, { error: `must be ${of.join(" or ")}` });
const onOff = choice("on", "off");

const numeral = (message: string) =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, message)
    .transform(Number);
const whole = (least: number, most: number) => {
  const message = `must be a whole number from ${least} to ${most}`;
  return numeral(message).pipe(z.number(message).int(message).min(least, message).max(most, message));
};
/** Slower, a message would wait for its turn longer than a worker may hold it. */
const slowestRate = 0.1;
const rate = `must be a number from ${slowestRate} to 1000`;

const id = z.guid("must be an id like 00000000-0000-4000-8000-000000000001");
const file = z.string().refine(canRead, "is a file that cannot be read");
const origin = z
  .string()
  .refine(isWebOrigin, "must be an address like https://toolroll.example.org, without a path");
const standIn = z.string().refine(isLoopbackOrigin, {
  message: "must be an address on 127.0.0.1, [::1] or localhost, without a path",
});
const database = z
  .string()
  .refine((text) => /^sqlite:.+/.test(text) || (/^postgres(ql)?:\/\/.+/.test(text) && URL.canParse(text)), {
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
    .pipe(z.array(item).min(1, "must name at least one"));

/** What each setting may be by itself; what they may be together stands in setting-rules.ts. */
export const settingShapes = {
  AUTH: choice("local", "entra").default("entra"),
  NODE_ENV: z
    .string()
    .transform((mode) => mode.toLowerCase())
    .optional(),
  HOST: z.string().transform((host) => host.replace(/^\[(.*)\]$/, "$1")),
  PORT: whole(0, 65_535),
  PUBLIC_URL: origin.transform((text) => new URL(text).origin),
  DATABASE_URL: database,
  TIME_ZONE: z.string().refine(isTimeZone, "must be a time zone name like Europe/London"),
  ENTRA_TENANT_ID: id.optional(),
  TAB_CLIENT_ID: id.optional(),
  TAB_CLIENT_SECRET: z.string().optional(),
  TAB_CLIENT_CERT_PATH: file.optional(),
  TAB_CLIENT_KEY_PATH: file.optional(),
  BOT_CLIENT_ID: id.optional(),
  BOT_CLIENT_SECRET: z.string().optional(),
  BOT_CLIENT_CERT_PATH: file.optional(),
  BOT_CLIENT_KEY_PATH: file.optional(),
  TEAMS_APP_ID: id.optional(),
  TAB_ALLOWED_CLIENTS: list(z.guid("must be client ids, separated by commas")).optional(),
  BOT_SERVICE_HOSTS: list(z.hostname("must be host names, separated by commas")).optional(),
  DEV_LOOPBACK_ENTRA_URL: standIn.optional(),
  DEV_LOOPBACK_GRAPH_URL: standIn.optional(),
  DEV_LOOPBACK_BOT_URL: standIn.optional(),
  SYNC_FULL_CRON: z
    .string()
    .regex(/^[\d*,/\-A-Za-z]+( +[\d*,/\-A-Za-z]+){4}$/, "must be five fields of a cron line like 0 3 * * *")
    .optional(),
  SYNC_DELTA_MINUTES: whole(1, 1_440).optional(),
  SYNC_SIGNIN: onOff.optional(),
  SYNC_REPORTS: onOff.optional(),
  SYNC_DEVICES: onOff.optional(),
  SYNC_TEAMS: onOff.optional(),
  INACTIVE_DAYS: whole(1, 3_650).default(90),
  NEW_USER_GRACE_DAYS: whole(0, 3_650).default(30),
  REPORT_PERIOD: choice("D7", "D30", "D90", "D180").default("D90"),
  SKU_NAMES_FILE: file.optional(),
  FREE_SKUS_FILE: file.optional(),
  TEAMS_INSTALL: onOff.optional(),
  TEAMS_ACTIVITY_FEED: onOff.optional(),
  SEND_RATE_PER_SECOND: numeral(rate)
    .pipe(z.number(rate).min(slowestRate, rate).max(1_000, rate))
    .default(25),
  ANSWER_MEMORY_MB: whole(0, 1_024).default(8),
  LOG_LEVEL: choice("fatal", "error", "warn", "info", "debug", "trace", "silent").default("info"),
};

const settings = z.object(settingShapes);
export type SettingName = keyof typeof settingShapes;
export type Environment = z.output<typeof settings>;

function canRead(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
