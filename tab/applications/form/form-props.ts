import type { ApplicationDraft } from "./application-draft";

/** Names of the people and the application that the draft points at. */
export type Names = Readonly<Record<"businessOwnerId" | "itOwnerId" | "replacedById", string>>;

export interface FormProps {
  readonly draft: ApplicationDraft;
  readonly names: Names;
  readonly onChange: (change: Partial<ApplicationDraft>, names?: Partial<Names>) => void;
  /** Problems are told once somebody tried to save. */
  readonly tellProblems: boolean;
}
