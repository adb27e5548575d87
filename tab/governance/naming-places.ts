import type { ErasureAnswer } from "../../src/contracts/governance-contract";
import type { Text } from "../language/use-text";

const records = [
  "device",
  "device-problem",
  "assignment",
  "check-in",
  "answer",
  "stock-take",
  "survey",
  "rollout",
  "course",
  "vendor-change",
  "training",
  "application",
  "disclosure",
  "integration",
  "contract",
  "supplier",
  "import",
] as const;

/** What somebody has to read, each record once: "Device LL-2". */
export function namingPlaces(toReview: ErasureAnswer["toReview"], text: Text): string[] {
  const places = toReview.map(({ record, name }) => {
    const known = records.find((each) => each === record);
    return `${known === undefined ? record : text(`governance.naming.${known}`)} ${name}`.trim();
  });
  return [...new Set(places)];
}
