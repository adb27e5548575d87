import type { CheckInAnswer } from "../../src/contracts/check-in-contract";
import type { Text } from "../language/use-text";

/** Who is asked, in a few words. */
export function audienceText(audience: CheckInAnswer["audience"], text: Text): string {
  if ("everyone" in audience) return text("checkIn.audience.everyone");
  if ("teamIds" in audience) {
    const key = audience.includeBelow ? "checkIn.audience.teamsBelow" : "checkIn.audience.teams";
    return text(key, { count: audience.teamIds.length });
  }
  if ("personIds" in audience) return text("checkIn.audience.people", { count: audience.personIds.length });
  if ("deviceModel" in audience) return text("checkIn.audience.deviceModel", { model: audience.deviceModel });
  if ("skuId" in audience) return text("checkIn.audience.skuId");
  return text("applicationId" in audience ? "checkIn.audience.applicationId" : "checkIn.audience.waveId");
}
