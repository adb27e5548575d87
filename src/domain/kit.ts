import type { Acceptance } from "./acceptance";
import type { CheckInPurpose } from "./check-in";
import type { DeviceStatus, DeviceType } from "./device";
import type { Day, Instant } from "./instant";
import type { ReviewItem } from "./licence/review";
import type { SessionAsked } from "./rollout/attendance-answer";

/** A device as its holder sees it. */
export interface KitDevice {
  readonly id: string;
  readonly assetTag: string;
  readonly type: DeviceType;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly serial: string | null;
  readonly status: DeviceStatus;
  readonly label: string;
  readonly warrantyEnd: Day | null;
  readonly lastConfirmedAt: Instant | null;
  /** What this holder reported last and IT has not dealt with yet. */
  readonly openProblem: "broken" | "missing" | null;
  /** What its holder says of having been given it; null where nobody asked. */
  readonly acceptance: Acceptance | null;
}

/** A device that its holder has not said yes or no to, with the question's id. */
export interface WaitingAssignment {
  readonly id: string;
  readonly askedAt: Instant;
  readonly device: KitDevice;
}

/** A check-in as the person asked sees it. */
export interface MyCheckIn {
  readonly deliveryId: string;
  readonly purpose: CheckInPurpose;
  readonly title: string;
  readonly closesAt: Instant;
  readonly answeredAt: Instant | null;
  readonly devices: readonly KitDevice[];
  /** What a licence review asks about; null for every other purpose. */
  readonly licence: LicenceQuestion | null;
  /** The session that it asks about; absent in every other question. */
  readonly session?: SessionAsked;
}

/** A licence that its holder is known not to use, and what they said of it. */
export interface LicenceQuestion extends Pick<ReviewItem, "useBand" | "lastUsedAt" | "answer" | "note"> {
  readonly productName: string;
}
