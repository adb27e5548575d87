export const deviceStatuses = ["deployable", "pending", "undeployable", "archived"] as const;
export type DeviceStatus = (typeof deviceStatuses)[number];
