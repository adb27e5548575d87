import { makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { Link, useLocation, useParams } from "react-router";
import type { CheckInAnswer } from "../../src/contracts/check-in-contract";
import { CallProblem } from "../call-problem";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ErrorState } from "../shell/error-state";
import { keptSearch } from "../shell/kept-address";
import { LoadingState } from "../shell/loading-state";
import { NotFoundPage } from "../shell/not-found-page";
import { PageHeader } from "../shell/page-header";
import { audienceText } from "./audience-text";
import { CheckInSteps } from "./check-in-steps";
import { DeliveriesTable } from "./deliveries-table";
import { Funnel } from "./funnel";
import { SendingPaused } from "./sending-paused";
import { StateBadge } from "./state-badge";
import { useCheckIn, useDevicesOutdated } from "./use-check-ins";

const useStyles = makeStyles({
  back: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    marginBottom: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: "none",
    ":hover": { textDecorationLine: "underline" },
  },
  intro: { display: "inline-flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  parts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXXL },
});

/** One check-in, followed live. */
export function CheckInPage() {
  const { can } = useMe();
  const { id = "" } = useParams();
  return can["check-in.read"] ? <OneCheckIn id={id} /> : <NotFoundPage />;
}

function OneCheckIn({ id }: { readonly id: string }) {
  const styles = useStyles();
  const text = useText();
  const { search } = useLocation();
  const checkIn = useCheckIn(id);
  useDevicesOutdated();
  if (checkIn.error instanceof CallProblem && checkIn.error.status === 404) return <NotFoundPage />;
  return (
    <>
      <Link className={styles.back} to={{ pathname: "/check-ins", search: keptSearch(search) }}>
        <ArrowLeftRegular aria-hidden="true" /> {text("checkIn.title")}
      </Link>
      {checkIn.isPending && <LoadingState rows={4} rowHeight={64} />}
      {checkIn.isError && checkIn.data === undefined && (
        <ErrorState problem={checkIn.error} onRetry={() => void checkIn.refetch()} />
      )}
      {checkIn.data !== undefined && <Loaded checkIn={checkIn.data} />}
    </>
  );
}

function Loaded({ checkIn }: { readonly checkIn: CheckInAnswer }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const intro = (
    <span className={styles.intro}>
      <StateBadge state={checkIn.state} />
      {[
        text(`checkIn.purpose.${checkIn.purpose}`),
        audienceText(checkIn.audience, text),
        ...(checkIn.state === "closed"
          ? []
          : [text("checkIn.closes", { date: format.dateTime(checkIn.closesAt) })]),
      ].join(" · ")}
    </span>
  );
  return (
    <>
      <PageHeader title={checkIn.title} intro={intro} actions={<CheckInSteps checkIn={checkIn} />} />
      <div className={styles.parts}>
        <SendingPaused since={checkIn.sendingPausedSince} />
        {checkIn.state !== "draft" && <Funnel checkIn={checkIn} />}
        <DeliveriesTable checkIn={checkIn} />
      </div>
    </>
  );
}
