import type { DeviceProblemAnswer } from "../../src/contracts/device-problem-contract";
import type { Text } from "../language/use-text";

/** The device by what is on it; a thing that is not in the register has none. */
export function deviceWords(
  { kind, assetTag, model }: Pick<DeviceProblemAnswer, "kind" | "assetTag" | "model">,
  text: Text,
): string {
  if (kind === "unlisted") return text("report.unlistedThing");
  if (assetTag === null) return text("report.gone");
  return model === null ? assetTag : `${assetTag}, ${model}`;
}

export function reporterWords(
  { personName }: Pick<DeviceProblemAnswer, "personName">,
  when: string,
  text: Text,
): string {
  return personName === null
    ? text("report.byUnknown", { when })
    : text("report.by", { name: personName, when });
}
