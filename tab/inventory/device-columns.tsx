import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { DeviceAnswer } from "../../src/contracts/device-contract";
import type { KeysOf } from "../../src/contracts/text/bilingual";
import type { inventoryText } from "../../src/contracts/text/inventory-text";
import { type DeviceType, deviceTypes } from "../../src/domain/device";
import type { DeviceSort } from "../../src/domain/device-query";
import { useText } from "../language/use-text";
import { Clipped, ConfirmedText, HolderCell, ModelText, TeamText, WarrantyText } from "./device-cells";
import { DeviceIcon } from "./device-icon";
import { OsSupportText } from "./lifecycle-cells";
import { LabelText, StatusBadge } from "./status-badge";

type Heading = Extract<KeysOf<typeof inventoryText>, `column.${string}`>;

export interface DeviceColumn {
  readonly heading: Heading;
  /** Offered by the server with an index behind it, or null. */
  readonly sort: DeviceSort | null;
  /** A track of the grid that header and rows share. */
  readonly track: string;
  /** Leaves the table when there is less room than this, in pixels. */
  readonly from: number;
  readonly cell: (device: DeviceAnswer) => ReactNode;
}

/** Below this width rows are cards of two lines. */
export const tableFrom = 720;

export const deviceColumns: readonly DeviceColumn[] = [
  {
    heading: "column.assetTag",
    sort: "assetTag",
    track: "minmax(108px, 1fr)",
    from: 0,
    cell: (device) => <Clipped>{device.assetTag}</Clipped>,
  },
  {
    heading: "column.type",
    sort: null,
    track: "112px",
    from: 1100,
    cell: (device) => <TypeText type={device.type} />,
  },
  {
    heading: "column.model",
    sort: "model",
    track: "minmax(0, 1.8fr)",
    from: 0,
    cell: (device) => <ModelText device={device} />,
  },
  {
    heading: "column.status",
    sort: "status",
    track: "minmax(0, 1.7fr)",
    from: 0,
    cell: (device) => (
      <>
        <StatusBadge status={device.status} />
        <LabelText device={device} />
      </>
    ),
  },
  {
    heading: "column.team",
    sort: null,
    track: "minmax(0, 1.4fr)",
    from: 900,
    cell: (device) => <TeamText device={device} />,
  },
  {
    heading: "column.holder",
    sort: null,
    track: "minmax(0, 1.5fr)",
    from: 0,
    cell: (device) => <HolderCell device={device} />,
  },
  {
    heading: "column.warranty",
    sort: "warrantyEnd",
    track: "minmax(0, 1.4fr)",
    from: 1000,
    cell: (device) => <WarrantyText device={device} />,
  },
  {
    heading: "column.osSupport",
    sort: null,
    track: "minmax(0, 1.2fr)",
    from: 1160,
    cell: (device) => <OsSupportText device={device} />,
  },
  {
    heading: "column.confirmed",
    sort: "lastConfirmedAt",
    track: "minmax(150px, 1.1fr)",
    from: 0,
    cell: (device) => <ConfirmedText at={device.lastConfirmedAt} />,
  },
];

export function columnsFor(width: number): readonly DeviceColumn[] {
  return deviceColumns.filter((column) => width >= column.from);
}

const useStyles = makeStyles({
  type: {
    display: "inline-flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
  },
});

export function TypeText({ type }: { readonly type: DeviceType }) {
  const text = useText();
  const styles = useStyles();
  const known = deviceTypes.includes(type) ? type : "other";
  return (
    <span className={styles.type}>
      <DeviceIcon type={known} />
      <Clipped>{text(`device.type.${known}`)}</Clipped>
    </span>
  );
}
