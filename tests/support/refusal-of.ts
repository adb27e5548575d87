import { Refusal, type RefusalCode, type RefusalKind, type RefusalParams } from "../../src/domain/refusal";

interface Refused {
  readonly kind: RefusalKind;
  readonly code: RefusalCode;
  readonly params: RefusalParams;
}

/** What an act was refused with, all of it (`toThrow` compares the message alone); null when it was not refused. */
export function refusalOf(act: () => unknown): Refused | null {
  try {
    act();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { kind, code, params } = error;
    return { kind, code, params };
  }
}

export function refused(kind: RefusalKind, code: RefusalCode, params: RefusalParams = {}): Refused {
  return { kind, code, params };
}

/** The code of a refusal and which fields it names, each with its message. */
export function problemsOf(
  act: () => unknown,
): readonly [RefusalCode, Readonly<Record<string, string>>] | null {
  try {
    act();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [error.code, Object.fromEntries(error.fields.map(({ path, message }) => [path, message]))];
  }
}
