import { makeStyles, tokens } from "@fluentui/react-components";
import { lazy, type RefObject, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { LazyImportDialog } from "../import/lazy-import-dialog";
import { useText } from "../language/use-text";
import { PageHeader } from "../shell/page-header";
import type { RowsHandle } from "../shell/use-virtual-rows";
import { useWidth } from "../shell/use-width";
import { TeamLink } from "../teams/team-link";
import { tableFrom } from "./device-columns";
import { DeviceExport } from "./device-export";
import { DeviceFilters } from "./device-filters";
import { DeviceListSection } from "./device-list-section";
import { InventoryActions, type InventoryDialog } from "./inventory-actions";
import type { ListView } from "./list-view";
import { SummaryBar } from "./summary-bar";
import { useFocusReturn } from "./use-focus-return";
import { useListView } from "./use-list-view";

const DeviceDrawer = lazy(async () => ({
  default: (await import("./details/device-drawer")).DeviceDrawer,
}));
const AddDeviceDialog = lazy(async () => ({
  default: (await import("./details/add-device-dialog")).AddDeviceDialog,
}));
const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, minWidth: 0 },
});

/** The register of devices: counts, filters, the list, and the details of the one that the address names. */
export function InventoryPage() {
  const text = useText();
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  const list = useRef<RowsHandle>(null);
  const width = useWidth(root);
  const { view, change, open, close } = useListView();
  const [dialog, setDialog] = useState<InventoryDialog | null>(null);
  const rememberOpener = useFocusReturn(dialog !== null);
  const choose = (chosen: InventoryDialog) => {
    rememberOpener();
    setDialog(chosen);
  };
  const search = useCallback((words: string) => change({ search: words }, "replace"), [change]);
  const filter = useCallback((wanted: Partial<ListView>) => change(wanted), [change]);

  return (
    <div ref={root} className={styles.root}>
      <PageHeader
        title={text("inventory.title")}
        intro={text("inventory.subtitle")}
        actions={
          <>
            <TeamLink to="/inventory/glance" filters={view.team === null ? {} : { team: view.team }}>
              {text("glance.open")}
            </TeamLink>
            <DeviceExport view={view} />
            <InventoryActions onChoose={choose} />
          </>
        }
      />
      <SummaryBar chosen={view.status} onChoose={(status) => change({ status })} />
      <DeviceFilters view={view} folded={width < tableFrom} onSearch={search} onChange={filter} />
      <DeviceListSection
        view={view}
        width={width}
        list={list}
        onChange={filter}
        onOpen={open}
        onChoose={choose}
      />
      <Details deviceId={view.device} onClose={close} list={list} />
      <Suspense fallback={null}>
        {dialog === "add" && <AddDeviceDialog onClose={() => setDialog(null)} onAdded={open} />}
        {dialog === "import" && <LazyImportDialog kind="devices" onClose={() => setDialog(null)} />}
      </Suspense>
    </div>
  );
}

interface DetailsProps {
  readonly deviceId: string | null;
  readonly onClose: () => void;
  readonly list: RefObject<RowsHandle | null>;
}

/** Fetched with the first device opened, and kept while it slides away. */
function Details({ deviceId, onClose, list }: DetailsProps) {
  const last = useRef(deviceId);
  if (deviceId !== null) last.current = deviceId;
  useEffect(() => {
    if (deviceId === null && last.current !== null) list.current?.focusItem(last.current);
  }, [deviceId, list]);
  if (last.current === null) return null;
  return (
    <Suspense fallback={null}>
      <DeviceDrawer deviceId={last.current} open={deviceId !== null} onClose={onClose} />
    </Suspense>
  );
}
