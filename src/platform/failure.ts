/** An error as the log may have it: errors of drivers and clients carry the data they failed on. */
export function failureOf(error: unknown): { readonly failure: string; readonly stack?: string } {
  if (!(error instanceof Error)) return { failure: "not an error" };
  const { name, message, stack } = error;
  return { failure: `${name}: ${message}`, ...(stack === undefined ? {} : { stack }) };
}
