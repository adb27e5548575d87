import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import type { StockTakeAnswer } from "../../src/contracts/stock-take-contract";
import { useFocusReturn } from "../inventory/use-focus-return";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { keptSearch } from "../shell/kept-address";
import { NotFoundPage } from "../shell/not-found-page";
import { OneRecord } from "../shell/one-record";
import { PageHeader } from "../shell/page-header";
import { CloseDialog } from "./close-dialog";
import { ItemSection } from "./item-section";
import { ScanField } from "./scan-field";
import { StockTakeHistory } from "./stock-take-history";
import { Began, StockTakeState } from "./stock-take-list";
import { TeamProgress } from "./team-progress";
import { useStockTake } from "./use-stock-takes";

const useStyles = makeStyles({
  intro: { display: "inline-flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  parts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXXL },
});

/** One stock-take: how far it is, what is entered, and what there is. */
export function StockTakePage() {
  const { can } = useMe();
  const { id = "" } = useParams();
  return can["stock-take.read"] ? <OneStockTake id={id} /> : <NotFoundPage />;
}

function OneStockTake({ id }: { readonly id: string }) {
  const text = useText();
  return (
    <OneRecord query={useStockTake(id)} backTo="/stock-takes" backText={text("stockTake.title")}>
      {(stockTake) => <Loaded stockTake={stockTake} />}
    </OneRecord>
  );
}

function Loaded({ stockTake }: { readonly stockTake: StockTakeAnswer }) {
  const styles = useStyles();
  const { can } = useMe();
  const open = stockTake.state === "open";
  const mayChange = open && can["stock-take.change"];
  const intro = (
    <span className={styles.intro}>
      <StockTakeState stockTake={stockTake} />
      <Began stockTake={stockTake} />
    </span>
  );
  return (
    <>
      <PageHeader
        title={stockTake.title}
        intro={intro}
        actions={<Actions stockTake={stockTake} mayClose={mayChange} />}
      />
      <div className={styles.parts}>
        {mayChange && <ScanField stockTake={stockTake} />}
        <TeamProgress stockTake={stockTake} />
        <ItemSection stockTake={stockTake} mayChange={mayChange} />
        {can["stock-take.history"] && <StockTakeHistory id={stockTake.id} />}
      </div>
    </>
  );
}

function Actions({
  stockTake,
  mayClose,
}: {
  readonly stockTake: StockTakeAnswer;
  readonly mayClose: boolean;
}) {
  const text = useText();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { can } = useMe();
  const [closing, setClosing] = useState(false);
  const rememberOpener = useFocusReturn(closing);
  const go = (pathname: string) => void navigate({ pathname, search: keptSearch(search) });
  return (
    <>
      {stockTake.checkInId !== null && can["check-in.read"] && (
        <Button onClick={() => go(`/check-ins/${encodeURIComponent(stockTake.checkInId ?? "")}`)}>
          {text("stockTake.checkIn")}
        </Button>
      )}
      <Button onClick={() => go(`/stock-takes/${encodeURIComponent(stockTake.id)}/report`)}>
        {text("stockTake.report")}
      </Button>
      {mayClose && (
        <Button
          appearance="primary"
          onClick={() => {
            rememberOpener();
            setClosing(true);
          }}
        >
          {text("stockTake.closeAction")}
        </Button>
      )}
      {closing && (
        <CloseDialog
          stockTake={stockTake}
          onClose={() => setClosing(false)}
          onClosed={() => go(`/stock-takes/${encodeURIComponent(stockTake.id)}/report`)}
        />
      )}
    </>
  );
}
