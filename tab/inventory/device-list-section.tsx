import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { BoxRegular } from "@fluentui/react-icons/svg/box";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { type RefObject, useEffect, useRef } from "react";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { EmptyState } from "../shell/empty-state";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { MoreRows } from "../shell/more-rows";
import { useNearEnd } from "../shell/use-near-end";
import type { RowsHandle } from "../shell/use-virtual-rows";
import { ActiveFilters } from "./active-filters";
import { BulkPart } from "./bulk/bulk-part";
import { useSelection } from "./bulk/use-selection";
import { DeviceList } from "./device-list";
import { InventoryActions, type InventoryDialog } from "./inventory-actions";
import { hasFilters, type ListView, noFilters, toQuery } from "./list-view";
import { TotalText } from "./total-text";
import { useDevices } from "./use-devices";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, minWidth: 0 },
  above: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    minHeight: "32px",
  },
  actions: { display: "flex", flexWrap: "wrap", justifyContent: "center", gap: tokens.spacingHorizontalS },
  old: { opacity: 0.6 },
});

interface SectionProps {
  readonly view: ListView;
  readonly width: number;
  readonly list: RefObject<RowsHandle | null>;
  readonly onChange: (change: Partial<ListView>) => void;
  readonly onOpen: (deviceId: string) => void;
  readonly onChoose: (dialog: InventoryDialog) => void;
}

/** How many, why not all, and the list itself or what stands in its place. */
export function DeviceListSection({ view, width, list, onChange, onOpen, onChoose }: SectionProps) {
  const text = useText();
  const styles = useStyles();
  const query = useDevices(view);
  const root = useListTop(view);
  const { can } = useMe();
  const selection = useSelection(view);
  const selectable = can["device.change"] === true;
  const onNearEnd = useNearEnd(query);

  return (
    <section ref={root} className={styles.root}>
      <div className={styles.above}>
        <TotalText query={query} />
        <ActiveFilters view={view} onChange={onChange} />
      </div>
      {selectable && (
        <BulkPart selection={selection} view={view} total={query.total} totalCapped={query.totalCapped} />
      )}
      {query.isPending && <LoadingState rows={12} />}
      {query.isError && query.devices.length === 0 && (
        <ListError problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && query.devices.length === 0 && (
        <NoDevices view={view} onClear={() => onChange(noFilters)} onChoose={onChoose} />
      )}
      {query.devices.length > 0 && (
        <div className={mergeClasses(query.isPlaceholderData && styles.old)} aria-busy={query.isFetching}>
          <DeviceList
            handle={list}
            devices={query.devices}
            total={query.totalCapped ? null : query.total}
            width={width}
            view={view}
            onSort={onChange}
            onOpen={onOpen}
            onNearEnd={onNearEnd}
            selection={selectable ? selection : null}
          />
          <MoreRows
            query={query}
            loading={text("inventory.loadingMore")}
            failed={text("inventory.moreFailed")}
          />
        </div>
      )}
    </section>
  );
}

function ListError({ problem, onRetry }: { readonly problem: unknown; readonly onRetry: () => void }) {
  const text = useText();
  return <ErrorState title={text("inventory.errorTitle")} problem={problem} onRetry={onRetry} />;
}

interface NoDevicesProps extends Pick<SectionProps, "view" | "onChoose"> {
  readonly onClear: () => void;
}

function NoDevices({ view, onClear, onChoose }: NoDevicesProps) {
  const text = useText();
  const styles = useStyles();
  const { can } = useMe();
  if (hasFilters(view)) {
    return (
      <EmptyState
        icon={<SearchRegular />}
        title={text("inventory.noMatchTitle")}
        text={text("inventory.noMatchText")}
        action={<Button onClick={onClear}>{text("inventory.clearFilters")}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={<BoxRegular />}
      title={text("inventory.emptyTitle")}
      text={text(can["device.change"] ? "inventory.emptyText" : "inventory.emptyTextRead")}
      action={
        <div className={styles.actions}>
          <InventoryActions onChoose={onChoose} />
        </div>
      }
    />
  );
}

/** Another filter or order starts at the top; without this the page would jump to wherever the shorter list ends. */
function useListTop(view: ListView): RefObject<HTMLElement | null> {
  const root = useRef<HTMLElement>(null);
  const query = JSON.stringify(toQuery(view, null));
  const shown = useRef(query);
  useEffect(() => {
    if (shown.current === query) return;
    shown.current = query;
    const element = root.current;
    if (element !== null && element.getBoundingClientRect().top < 0) element.scrollIntoView();
  }, [query]);
  return root;
}
