import { BoxRegular } from "@fluentui/react-icons/svg/box";
import { DesktopRegular } from "@fluentui/react-icons/svg/desktop";
import { DesktopTowerRegular } from "@fluentui/react-icons/svg/desktop-tower";
import { LaptopRegular } from "@fluentui/react-icons/svg/laptop";
import { PhoneRegular } from "@fluentui/react-icons/svg/phone";
import { PrintRegular } from "@fluentui/react-icons/svg/print";
import { TabletRegular } from "@fluentui/react-icons/svg/tablet";
import { UsbPlugRegular } from "@fluentui/react-icons/svg/usb-plug";
import type { DeviceType } from "../../src/domain/device";

const icons = {
  laptop: LaptopRegular,
  desktop: DesktopTowerRegular,
  tablet: TabletRegular,
  phone: PhoneRegular,
  monitor: DesktopRegular,
  dock: UsbPlugRegular,
  printer: PrintRegular,
  other: BoxRegular,
} as const satisfies Record<DeviceType, unknown>;

interface IconProps {
  readonly type: DeviceType;
  /** Said aloud where the type does not stand beside the icon in words. */
  readonly label?: string;
}

export function DeviceIcon({ type, label }: IconProps) {
  const Icon = icons[type] ?? BoxRegular;
  const said =
    label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label, title: label };
  return <Icon {...said} fontSize={20} style={{ flexShrink: 0 }} />;
}
