/** Somebody in the directory, keyed by Entra object id, never by e-mail. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** The one home team; null until the directory or an import names it. */
  readonly teamId: string | null;
  readonly active: boolean;
}
