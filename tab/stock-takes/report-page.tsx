import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { PrintRegular } from "@fluentui/react-icons/svg/print";
import { useParams } from "react-router";
import type { StockTakeAnswer, StockTakeItemAnswer } from "../../src/contracts/stock-take-contract";
import { DataTable } from "../applications/data-table";
import { Section } from "../inventory/details/section";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { NotFoundPage } from "../shell/not-found-page";
import { OneRecord } from "../shell/one-record";
import { PageHeader } from "../shell/page-header";
import { ProblemMessage } from "../shell/problem-message";
import { useItemColumns } from "./item-columns";
import { Began, Progress } from "./stock-take-list";
import { TeamProgress } from "./team-progress";
import { useReportItems, useSaveFile, useStockTake } from "./use-stock-takes";

const useStyles = makeStyles({
  actions: { display: "contents", "@media print": { display: "none" } },
  intro: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalL },
  parts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXXL },
});

/** What came of a stock-take, to be read, printed or taken along as a file. */
export function StockTakeReportPage() {
  const { can } = useMe();
  const { id = "" } = useParams();
  return can["stock-take.read"] ? <Report id={id} /> : <NotFoundPage />;
}

function Report({ id }: { readonly id: string }) {
  const text = useText();
  const query = useStockTake(id);
  const stockTake = `/stock-takes/${encodeURIComponent(id)}`;
  return (
    <OneRecord query={query} backTo={stockTake} backText={query.data?.title ?? text("stockTake.title")}>
      {(loaded) => <Loaded stockTake={loaded} />}
    </OneRecord>
  );
}

function Loaded({ stockTake }: { readonly stockTake: StockTakeAnswer }) {
  const text = useText();
  const styles = useStyles();
  const items = useReportItems(stockTake.id);
  const file = useSaveFile(stockTake.id);
  const actions = (
    <div className={styles.actions}>
      <Button
        icon={<ArrowDownloadRegular />}
        disabledFocusable={file.isPending}
        onClick={() => file.mutate()}
      >
        {text("stockTake.file")}
      </Button>
      <Button icon={<PrintRegular />} disabledFocusable={!items.isSuccess} onClick={() => window.print()}>
        {text("stockTake.print")}
      </Button>
    </div>
  );
  const intro = (
    <span className={styles.intro}>
      <Began stockTake={stockTake} />
      <Progress stockTake={stockTake} />
      {stockTake.state === "open" && <Text>{text("stockTake.reportSoFar")}</Text>}
    </span>
  );
  return (
    <>
      <PageHeader
        title={text("stockTake.reportTitle", { title: stockTake.title })}
        intro={intro}
        actions={actions}
      />
      <div className={styles.parts}>
        {file.error !== null && <ProblemMessage title={text("stockTake.fileFailed")} problem={file.error} />}
        <TeamProgress stockTake={stockTake} />
        {items.isPending && <LoadingState rows={6} />}
        {items.isError && <ErrorState problem={items.error} onRetry={() => void items.refetch()} />}
        {items.isSuccess && <Lists items={items.data} />}
      </div>
    </>
  );
}

function Lists({ items }: { readonly items: readonly StockTakeItemAnswer[] }) {
  const text = useText();
  const format = useFormat();
  const columns = useItemColumns();
  return (["missing", "unexpected", "pending"] as const).map((state) => {
    const own = items.filter((item) => item.state === state);
    const title = `${text(`stockTake.item.${state}`)} (${format.number(own.length)})`;
    return (
      <Section key={state} level={2} title={title}>
        {own.length === 0 ? (
          <span>{text("stockTake.reportNone")}</span>
        ) : (
          <DataTable label={title} columns={columns} items={own} />
        )}
      </Section>
    );
  });
}
