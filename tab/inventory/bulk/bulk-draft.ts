import type { changeDevices } from "../../../src/contracts/device-contract";
import type { CallInput } from "../../../src/contracts/endpoint";
import type { DeviceStatus } from "../../../src/domain/device";

type BulkBody = NonNullable<CallInput<typeof changeDevices>["body"]>;
export type BulkChange = BulkBody["change"];

/** What is to be the same for all; '' leaves a field as it is. */
export interface BulkDraft {
  readonly status: DeviceStatus | "";
  readonly label: string;
  /** `none` takes them out of their teams. */
  readonly team: string;
  readonly takeBack: boolean;
  readonly purchaseDate: string;
  readonly warrantyEnd: string;
  readonly osVersion: string;
  readonly reason: string;
}

export const emptyDraft: BulkDraft = {
  status: "",
  label: "",
  team: "",
  takeBack: false,
  purchaseDate: "",
  warrantyEnd: "",
  osVersion: "",
  reason: "",
};

/** The change that a draft asks for, without its reason; null while nothing is filled in. */
export function changeOf(draft: BulkDraft): BulkChange | null {
  const { status, team, takeBack } = draft;
  const label = draft.label.trim();
  const osVersion = draft.osVersion.trim();
  const change: BulkChange = {
    ...(status === "" ? {} : { status }),
    ...(label === "" ? {} : { label }),
    ...(team === "" ? {} : { teamId: team === "none" ? null : team }),
    ...(takeBack ? { assigneeId: null } : {}),
    ...(draft.purchaseDate === "" ? {} : { purchaseDate: draft.purchaseDate }),
    ...(draft.warrantyEnd === "" ? {} : { warrantyEnd: draft.warrantyEnd }),
    ...(osVersion === "" ? {} : { osVersion }),
  };
  return Object.keys(change).length === 0 ? null : change;
}
