/** For every answer, whichever door it comes from. `secure`: HSTS makes sense over https only. */
export function answerHeaders(secure: boolean): readonly (readonly [name: string, value: string])[] {
  return [
    ["Cache-Control", "no-store"],
    ["X-Content-Type-Options", "nosniff"],
    ["Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"],
    ...(secure ? [["Strict-Transport-Security", "max-age=31536000; includeSubDomains"] as const] : []),
  ];
}
