import type { z } from "zod";
import { type Environment, type SettingName, settingShapes } from "./setting";
import { faultsTogether } from "./setting-rules";

export type { Environment } from "./setting";

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
 * Parses settings; an empty text counts as not set, and names that are not Toolroll's are ignored. Each is parsed by
 * itself, so that one that is malformed does not keep the others from being judged. No value is repeated in a
 * message: it may be a secret in the wrong place.
 * @throws EnvironmentError with every problem at once
 */
export function parseEnvironment(values: Readonly<Record<string, string | undefined>>): Environment {
  const given = (name: string) => values[name]?.trim() || undefined;
  const wellFormed: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, shape] of Object.entries<z.ZodType>(settingShapes)) {
    const result = shape.safeParse(given(name));
    if (result.success) Object.assign(wellFormed, result.data !== undefined && { [name]: result.data });
    else if (given(name) === undefined) problems.push(`${name} is missing`);
    else problems.push(...new Set(result.error.issues.map(({ message }) => `${name} ${message}`)));
  }
  const absent = (name: SettingName) => given(name) === undefined;
  const together = faultsTogether(wellFormed as Partial<Environment>, absent);
  problems.push(...together.map(([name, message]) => `${name} ${message}`));
  if (problems.length > 0) throw new EnvironmentError(problems);
  return wellFormed as Environment;
}
