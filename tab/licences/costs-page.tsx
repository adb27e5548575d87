import { Checkbox, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { LicenceCostsAnswer } from "../../src/contracts/licence-money-contract";
import { type Column, DataTable } from "../applications/data-table";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { NotFoundPage } from "../shell/not-found-page";
import { PageHeader } from "../shell/page-header";
import { TeamLink } from "../teams/team-link";
import { treeOf } from "./cost-tree";
import { DemonstrationNote } from "./demonstration-note";
import { Sum, Tile, Tiles } from "./licence-tiles";
import { WhenRead } from "./unread-licences";
import { useLicenceCosts, usePriceBook } from "./use-licence-money";

const useStyles = makeStyles({
  parts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  filters: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "end",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
  },
  product: { flex: "0 1 360px", minWidth: 0 },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  sum: { display: "block" },
});

/** What licences cost and waste, by team and directorate. */
export function CostsPage() {
  const { can } = useMe();
  return can["licence.read"] ? <Costs /> : <NotFoundPage />;
}

function Costs() {
  const text = useText();
  const styles = useStyles();
  const [skuId, setSkuId] = useState<string | null>(null);
  const [onlyTop, setOnlyTop] = useState(false);
  const query = useLicenceCosts(skuId);
  const products = usePriceBook();
  const paid = products.data?.items.filter(({ free }) => !free) ?? [];
  return (
    <>
      <PageHeader
        title={text("licenceMoney.costs.title")}
        intro={text("licenceMoney.costs.intro")}
        actions={<TeamLink to="/licences">{text("licence.back")}</TeamLink>}
      />
      <div className={styles.parts}>
        <DemonstrationNote />
        <div className={styles.filters}>
          <Field className={styles.product} label={text("licenceMoney.costs.product")}>
            <Select value={skuId ?? ""} onChange={(_, { value }) => setSkuId(value === "" ? null : value)}>
              <option value="">{text("licenceMoney.costs.allProducts")}</option>
              {paid.map((each) => (
                <option key={each.skuId} value={each.skuId}>
                  {each.productName}
                </option>
              ))}
            </Select>
          </Field>
          <Checkbox
            label={text("licenceMoney.costs.onlyTop")}
            checked={onlyTop}
            onChange={(_, { checked }) => setOnlyTop(checked === true)}
          />
        </div>
        {query.isPending && <LoadingState rows={6} />}
        {query.isError && query.data === undefined && (
          <ErrorState
            title={text("licenceMoney.costs.failed")}
            problem={query.error}
            onRetry={() => void query.refetch()}
          />
        )}
        <WhenRead needs={["skus", "people"]}>
          {query.data && <Known costs={query.data} onlyTop={onlyTop} />}
        </WhenRead>
      </div>
    </>
  );
}

interface KnownProps {
  readonly costs: LicenceCostsAnswer;
  readonly onlyTop: boolean;
}

function Known({ costs, onlyTop }: KnownProps) {
  const text = useText();
  const styles = useStyles();
  const rows = treeOf(costs.teams).filter(({ depth }) => !onlyTop || depth === 0);
  return (
    <>
      <Tiles>
        <Tile name={text("licenceMoney.costs.all")}>
          <Sum sum={costs.cost} />
        </Tile>
        <Tile name={text("licenceMoney.costs.wasted")}>
          <Sum sum={costs.waste} />
        </Tile>
      </Tiles>
      <p className={styles.note}>{text("licenceMoney.costs.note")}</p>
      {rows.length === 0 ? text("licenceMoney.costs.none") : <Teams rows={rows} />}
    </>
  );
}

type Row = ReturnType<typeof treeOf>[number];

function Teams({ rows }: { readonly rows: readonly Row[] }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const columns: Column<Row & { readonly id: string }>[] = [
    {
      key: "team",
      heading: text("licenceMoney.costs.team"),
      cell: ({ teamId, name, depth }) => (
        <span className={styles.sum} style={{ paddingInlineStart: `${depth * 16}px` }}>
          {teamId === null || name === null ? (
            text("licenceMoney.costs.nobody")
          ) : (
            <TeamLink to={`/teams/${encodeURIComponent(teamId)}`}>{name}</TeamLink>
          )}
        </span>
      ),
    },
    {
      key: "held",
      heading: text("licence.one.held"),
      room: "wide",
      cell: ({ held }) => format.number(held),
    },
    {
      key: "unused",
      heading: text("licence.one.unused"),
      room: "wide",
      cell: ({ unused }) => format.number(unused),
    },
    { key: "cost", heading: text("licence.column.cost"), cell: ({ cost }) => <Sum sum={cost} /> },
    { key: "waste", heading: text("licence.column.waste"), cell: ({ waste }) => <Sum sum={waste} /> },
  ];
  const items = rows.map((row) => ({ ...row, id: row.teamId ?? "" }));
  return <DataTable label={text("licenceMoney.costs.teams")} columns={columns} items={items} />;
}
