import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { exportLicencePrices, type PricedLicenceAnswer } from "../../src/contracts/licence-money-contract";
import { type Column, DataTable } from "../applications/data-table";
import { ExportMenu } from "../export/export-menu";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { NotFoundPage } from "../shell/not-found-page";
import { PageHeader } from "../shell/page-header";
import { TeamLink } from "../teams/team-link";
import { DemonstrationNote } from "./demonstration-note";
import { Amount } from "./licence-table";
import { newPrice } from "./price-dialog";
import { PriceForm } from "./price-form";
import { PriceHistory } from "./price-history";
import { PriceImport } from "./price-import";
import { enteredWords, priceWords, spanWords } from "./price-words";
import { WhenRead } from "./unread-licences";
import { usePriceBook } from "./use-licence-money";

const useStyles = makeStyles({
  product: { display: "flex", flexDirection: "column", alignItems: "flex-start", minWidth: 0 },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});

/** What a seat of each SKU costs, as people entered it. */
export function PriceBookPage() {
  const { can } = useMe();
  return can["licence.read"] ? <PriceBook /> : <NotFoundPage />;
}

function PriceBook() {
  const text = useText();
  const { can } = useMe();
  const query = usePriceBook();
  return (
    <>
      <PageHeader
        title={text("licenceMoney.prices.title")}
        intro={text("licenceMoney.prices.intro")}
        actions={
          <>
            {can["licence.change"] && <PriceImport />}
            <ExportMenu endpoints={exportLicencePrices} query={{}} />
            <TeamLink to="/licences">{text("licence.back")}</TeamLink>
          </>
        }
      />
      {query.isPending && <LoadingState rows={6} />}
      {query.isError && query.data === undefined && (
        <ErrorState
          title={text("licenceMoney.prices.failed")}
          problem={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      <DemonstrationNote />
      <WhenRead needs={["skus"]}>
        {query.data && <Book licences={query.data.items.filter(({ free }) => !free)} />}
      </WhenRead>
    </>
  );
}

type Asked = { readonly what: "add" | "history"; readonly skuId: string } | null;

function Book({ licences }: { readonly licences: readonly PricedLicenceAnswer[] }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const [asked, setAsked] = useState<Asked>(null);
  // By id, so that a dialog shows what a change made of it.
  const about = licences.find(({ skuId }) => skuId === asked?.skuId);
  const columns: Column<PricedLicenceAnswer & { readonly id: string }>[] = [
    {
      key: "product",
      heading: text("licence.column.product"),
      cell: ({ skuId, productName, skuPartNumber }) => (
        <span className={styles.product}>
          <TeamLink to={`/licences/${encodeURIComponent(skuId)}`}>{productName}</TeamLink>
          <span className={styles.quiet}>{skuPartNumber}</span>
        </span>
      ),
    },
    {
      key: "price",
      heading: text("licenceMoney.prices.price"),
      cell: ({ current }) =>
        current === null ? (
          <Amount money={null} />
        ) : (
          <span className={styles.product}>
            <span>{priceWords(current, text, format)}</span>
            <span className={styles.quiet}>{spanWords(current, text, format)}</span>
          </span>
        ),
    },
    {
      key: "by",
      heading: text("licenceMoney.prices.by"),
      room: "wide",
      cell: ({ current }) => current && enteredWords(current, text, format),
    },
    {
      key: "do",
      heading: text("licenceMoney.prices.change"),
      cell: (licence) => (
        <Actions licence={licence} onAsk={(what) => setAsked({ what, skuId: licence.skuId })} />
      ),
    },
  ];
  const items = licences.map((licence) => ({ ...licence, id: licence.skuId }));
  const close = () => setAsked(null);
  const before = about?.current ?? null;
  return (
    <>
      <DataTable label={text("licenceMoney.prices.title")} columns={columns} items={items} />
      {asked?.what === "add" && about && (
        <PriceForm
          skuId={about.skuId}
          productName={about.productName}
          start={newPrice(before && { amount: before.price.amount, per: before.per })}
          onClose={close}
        />
      )}
      {asked?.what === "history" && about && <PriceHistory licence={about} onClose={close} />}
    </>
  );
}

interface ActionsProps {
  readonly licence: PricedLicenceAnswer;
  readonly onAsk: (what: "add" | "history") => void;
}

function Actions({ licence: { productName: product, prices }, onAsk }: ActionsProps) {
  const text = useText();
  const styles = useStyles();
  const { can } = useMe();
  return (
    <span className={styles.buttons}>
      {can["licence.change"] && (
        <Button
          size="small"
          aria-label={text("licenceMoney.prices.addFor", { product })}
          onClick={() => onAsk("add")}
        >
          {text("licenceMoney.prices.add")}
        </Button>
      )}
      {prices.length > 0 && (
        <Button
          size="small"
          aria-label={text("licenceMoney.prices.historyFor", { product })}
          onClick={() => onAsk("history")}
        >
          {text("licenceMoney.prices.history")}
        </Button>
      )}
    </span>
  );
}
