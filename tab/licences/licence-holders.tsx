import { Badge, Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { LicenceHolderAnswer } from "../../src/contracts/licence-contract";
import { type UseBand, useBands } from "../../src/domain/licence/use-band";
import { type Column, DataTable } from "../applications/data-table";
import { DeviceSearch } from "../inventory/device-search";
import { Choice } from "../inventory/filter-fields";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { TeamOf } from "../people/people-table";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { TeamCard } from "../teams/team-card";
import { personPlace, TeamLink } from "../teams/team-link";
import { type HolderFilter, useHolders } from "./use-licences";

const useStyles = makeStyles({
  filters: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  search: { flex: "2 1 220px", minWidth: 0, maxWidth: "420px" },
  choice: { flex: "1 1 150px", minWidth: 0, maxWidth: "260px" },
  person: { display: "flex", flexDirection: "column", minWidth: 0 },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  narrow: {
    display: "none",
    fontSize: tokens.fontSizeBase200,
    "@media (max-width: 720px)": { display: "block" },
  },
  more: { display: "flex", justifyContent: "center" },
  band: { whiteSpace: "nowrap" },
});

const colours = {
  active: "success",
  light: "success",
  dormant: "warning",
  never: "warning",
  unknown: "informative",
} as const satisfies Record<UseBand, string>;

/** Who holds a SKU, how it came to them and whether they use it. */
export function LicenceHolders({ skuId }: { readonly skuId: string }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const [filter, setFilter] = useState<HolderFilter>({ search: "", useBand: null });
  const query = useHolders(skuId, filter);
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
      {query.data && holders.length === 0 && <span>{text("licence.one.noHolders")}</span>}
      {holders.length > 0 && <HolderTable holders={holders} />}
      {query.hasNextPage && (
        <div className={styles.more}>
          <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {text("licence.one.moreHolders")}
          </Button>
        </div>
      )}
    </TeamCard>
  );
}

function HolderTable({ holders }: { readonly holders: readonly LicenceHolderAnswer[] }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const columns: Column<LicenceHolderAnswer & { readonly id: string }>[] = [
    {
      key: "person",
      heading: text("person.column"),
      cell: (holder) => (
        <span className={styles.person}>
          <TeamLink to={personPlace(holder.personId)}>{holder.name}</TeamLink>
          <span className={styles.quiet}>{holder.email}</span>
          {!holder.accountEnabled && (
            <span className={styles.quiet}>{text("licence.one.disabledAccount")}</span>
          )}
          <span className={styles.narrow}>
            <How holder={holder} />
          </span>
        </span>
      ),
    },
    {
      key: "team",
      heading: text("person.field.teamId"),
      room: "widest",
      cell: ({ teamId }) => <TeamOf teamId={teamId} />,
    },
    {
      key: "how",
      heading: text("licence.one.how"),
      room: "wide",
      cell: (holder) => <How holder={holder} />,
    },
    {
      key: "use",
      heading: text("licence.one.use"),
      cell: ({ useBand, lastUsedAt }) => (
        <span className={styles.person}>
          <span>
            <Badge className={styles.band} appearance="tint" color={colours[useBand]}>
              {text(`licence.band.${useBand}`)}
            </Badge>
          </span>
          {lastUsedAt !== null && (
            <span className={styles.quiet}>
              {text("licence.one.lastUsed")} {format.date(lastUsedAt)}
            </span>
          )}
        </span>
      ),
    },
  ];
  const items = holders.map((holder) => ({ ...holder, id: holder.personId }));
  return <DataTable label={text("licence.one.holdersTitle")} columns={columns} items={items} />;
}

function How({ holder: { assignedBy } }: { readonly holder: LicenceHolderAnswer }) {
  const text = useText();
  const direct = assignedBy.includes("direct");
  const byGroup = assignedBy.some((way) => way !== "direct");
  if (direct && byGroup) return text("licence.one.both");
  return text(byGroup ? "licence.one.group" : "licence.one.direct");
}
