/**
 * What the window at `/tab/consent` may ask for, by name: the tab's own sign-in, or the person's own licences at
 * Microsoft 365. The address never names a permission itself.
 */
export const consentSubjects = ["sign-in", "licences"] as const;
export type ConsentSubject = (typeof consentSubjects)[number];
