import { exportDevices } from "../../src/contracts/export-contract";
import { ExportMenu } from "../export/export-menu";
import { type ListView, toExportQuery } from "./list-view";

/** The devices that the list shows, as a file. */
export function DeviceExport({ view }: { readonly view: ListView }) {
  return <ExportMenu endpoints={exportDevices} query={toExportQuery(view)} />;
}
