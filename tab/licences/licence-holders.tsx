import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useBands } from "../../src/domain/licence/use-band";
import { DeviceSearch } from "../inventory/device-search";
import { Choice } from "../inventory/filter-fields";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { MoreRows } from "../shell/more-rows";
import { useNearEnd } from "../shell/use-near-end";
import { TeamCard } from "../teams/team-card";
import { HolderTable } from "./holder-table";
import { WhenRead } from "./unread-licences";
import { type HolderFilter, useHolders } from "./use-licences";

const useStyles = makeStyles({
  filters: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  search: { flex: "2 1 220px", minWidth: 0, maxWidth: "420px" },
  choice: { flex: "1 1 150px", minWidth: 0, maxWidth: "260px" },
});

/** Who holds a SKU, how it came to them and whether they use it. */
export function LicenceHolders({ skuId }: { readonly skuId: string }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const [filter, setFilter] = useState<HolderFilter>({ search: "", useBand: null });
  const query = useHolders(skuId, filter);
  const onNearEnd = useNearEnd(query);
  const holders = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  return (
    <TeamCard
      title={text("licence.one.holdersTitle")}
      aside={<span role="status">{query.data ? format.number(total) : ""}</span>}
    >
      <div className={styles.filters}>
        <DeviceSearch
          className={styles.search}
          placeholder={text("licence.one.holdersSearch")}
          value={filter.search}
          onChange={(search) => setFilter((before) => ({ ...before, search }))}
        />
        <Choice
          className={styles.choice}
          label={text("licence.one.use.label")}
          any={text("licence.one.anyUse")}
          values={useBands}
          word={(band) => text(`licence.band.${band}`)}
          value={filter.useBand}
          onChange={(useBand) => setFilter((before) => ({ ...before, useBand }))}
        />
      </div>
      {query.isPending && <LoadingState rows={4} />}
      {query.isError && holders.length === 0 && (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && holders.length === 0 && (
        <WhenRead needs={["people"]}>{text("licence.one.noHolders")}</WhenRead>
      )}
      {holders.length > 0 && <HolderTable holders={holders} total={total} onNearEnd={onNearEnd} />}
      <MoreRows
        query={query}
        loading={text("licence.one.loadingHolders")}
        failed={text("licence.one.moreHoldersFailed")}
      />
    </TeamCard>
  );
}
