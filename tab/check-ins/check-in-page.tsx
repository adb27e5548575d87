import { makeStyles, tokens } from "@fluentui/react-components";
import { Link, useLocation, useParams } from "react-router";
import type { CheckInAnswer } from "../../src/contracts/check-in-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ReviewResults } from "../licences/review-results";
import { useMe } from "../session/session";
import { keptSearch } from "../shell/kept-address";
import { NotFoundPage } from "../shell/not-found-page";
import { OneRecord } from "../shell/one-record";
import { PageHeader } from "../shell/page-header";
import { audienceText } from "./audience-text";
import { CheckInSteps } from "./check-in-steps";
import { DeliveriesTable } from "./deliveries-table";
import { Funnel } from "./funnel";
import { rhythmText } from "./rhythm-text";
import { SendingHeld } from "./sending-held";
import { SendingPaused } from "./sending-paused";
import { SeriesSection } from "./series-section";
import { StateBadge } from "./state-badge";
import { useCheckIn, useDevicesOutdated } from "./use-check-ins";

const useStyles = makeStyles({
  intro: { display: "inline-flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  link: { color: tokens.colorBrandForegroundLink },
  parts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXXL },
});

/** One check-in, followed live. */
export function CheckInPage() {
  const { can } = useMe();
  const { id = "" } = useParams();
  return can["check-in.read"] ? <OneCheckIn id={id} /> : <NotFoundPage />;
}

function OneCheckIn({ id }: { readonly id: string }) {
  const text = useText();
  const checkIn = useCheckIn(id);
  useDevicesOutdated();
  return (
    <OneRecord query={checkIn} backTo="/check-ins" backText={text("checkIn.title")}>
      {(loaded) => <Loaded checkIn={loaded} />}
    </OneRecord>
  );
}

/** A first day that lies behind says nothing any more. */
function opensLater({ opensAt, state }: CheckInAnswer): boolean {
  return opensAt !== null && state !== "closed" && new Date(opensAt) > new Date();
}

/** Whom it asks and until when, and what came of it, stands there. */
function ToSurvey({ id }: { readonly id: string }) {
  const styles = useStyles();
  const text = useText();
  const { search } = useLocation();
  const pathname = `/surveys/${encodeURIComponent(id)}`;
  return (
    <Link className={styles.link} to={{ pathname, search: keptSearch(search) }}>
      {text("checkIn.toSurvey")}
    </Link>
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
        ...(checkIn.recurrence === null ? [] : [rhythmText(checkIn.recurrence, text)]),
        ...(checkIn.cancelled ? [text("sending.cancelled")] : []),
        ...(opensLater(checkIn) ? [text("checkIn.opens", { date: format.date(checkIn.opensAt) })] : []),
        ...(checkIn.state === "closed"
          ? []
          : [text("checkIn.closes", { date: format.dateTime(checkIn.closesAt) })]),
      ].join(" · ")}
      {checkIn.surveyId !== null && <ToSurvey id={checkIn.surveyId} />}
    </span>
  );
  return (
    <>
      <PageHeader title={checkIn.title} intro={intro} actions={<CheckInSteps checkIn={checkIn} />} />
      {checkIn.state !== "draft" && <SendingHeld />}
      <div className={styles.parts}>
        <SendingPaused since={checkIn.sendingPausedSince} />
        {checkIn.state !== "draft" && <Funnel checkIn={checkIn} />}
        {checkIn.state !== "draft" && checkIn.purpose === "licence-review" && (
          <ReviewResults checkIn={checkIn} />
        )}
        <SeriesSection checkIn={checkIn} />
        <DeliveriesTable checkIn={checkIn} />
      </div>
    </>
  );
}
