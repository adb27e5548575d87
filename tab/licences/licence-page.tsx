import { makeStyles, tokens } from "@fluentui/react-components";
import { useParams } from "react-router";
import type { LicenceDetailsAnswer } from "../../src/contracts/licence-contract";
import { isInForce } from "../../src/domain/licence/seats";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { Fact, Facts } from "../shell/facts";
import { NotFoundPage } from "../shell/not-found-page";
import { OneRecord } from "../shell/one-record";
import { PageHeader } from "../shell/page-header";
import { TeamCard } from "../teams/team-card";
import { AskReview } from "./ask-review-dialog";
import { DemonstrationNote } from "./demonstration-note";
import { LicenceHolders } from "./licence-holders";
import { LicenceMarks } from "./licence-marks";
import { LicenceOwner } from "./licence-owner";
import { Amount } from "./licence-table";
import { LicenceTeams } from "./licence-teams";
import { LicenceTrend } from "./licence-trend";
import { PriceDialog } from "./price-dialog";
import { priceWords, spanWords } from "./price-words";
import { SeatBar } from "./seat-bar";
import { useLicence } from "./use-licences";

const useStyles = makeStyles({
  parts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  cards: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 320px), 1fr))",
    gap: tokens.spacingHorizontalM,
  },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  list: { margin: 0, padding: 0, listStyle: "none" },
});

/** One SKU: its seats, its money, who holds it and how that changed. */
export function LicencePage() {
  const { can } = useMe();
  return can["licence.read"] ? <OneLicence /> : <NotFoundPage />;
}

function OneLicence() {
  const { skuId = "" } = useParams();
  const text = useText();
  const query = useLicence(skuId);
  return (
    <OneRecord query={query} backTo="/licences" backText={text("licence.back")}>
      {(licence) => <Loaded key={skuId} licence={licence} />}
    </OneRecord>
  );
}

interface Props {
  readonly licence: LicenceDetailsAnswer;
}

function Loaded({ licence }: Props) {
  const styles = useStyles();
  const { can } = useMe();
  const forPeople = licence.appliesTo === "User";
  return (
    <>
      <PageHeader
        title={licence.productName}
        intro={
          <>
            {licence.skuPartNumber} <LicenceMarks licence={licence} />
          </>
        }
        {...(can["licence.change"] && {
          actions: (
            <>
              {isReviewed(licence) && can["check-in.change"] && <AskReview licence={licence} />}
              <PriceDialog licence={licence} />
            </>
          ),
        })}
      />
      <div className={styles.parts}>
        <DemonstrationNote />
        <div className={styles.cards}>
          <Seats licence={licence} />
          <MoneyCard licence={licence} />
          <LicenceOwner licence={licence} />
        </div>
        {forPeople && <LicenceTeams teams={licence.teams} />}
        <LicenceTrend snapshots={licence.snapshots} />
        {/* Last, because it grows while one scrolls. */}
        {forPeople && <LicenceHolders skuId={licence.skuId} />}
      </div>
    </>
  );
}

/** The server decides again, by the same rule. */
function isReviewed({ appliesTo, status, free }: LicenceDetailsAnswer): boolean {
  return appliesTo === "User" && isInForce(status) && !free;
}

function Seats({ licence }: Props) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const { seats, holders, consumedUnits } = licence;
  return (
    <TeamCard title={text("licence.one.seats")}>
      <SeatBar licence={licence} />
      <Facts>
        <Fact name={text("licence.one.enabled")}>{format.number(seats.enabled)}</Fact>
        {(["warning", "suspended", "lockedOut"] as const).map(
          (kind) =>
            seats[kind] > 0 && (
              <Fact key={kind} name={text(`licence.one.${kind}`)}>
                {format.number(seats[kind])}
              </Fact>
            ),
        )}
        <Fact name={text("licence.one.usable")}>{format.number(seats.usable)}</Fact>
        <Fact name={text("licence.one.consumed")}>{format.number(consumedUnits)}</Fact>
        {licence.appliesTo === "User" && (
          <>
            <Fact name={text("licence.one.holders")}>{holders === null ? null : format.number(holders)}</Fact>
            <Fact name={text("licence.one.deleted")}>
              {licence.holdersDeleted === null ? null : format.number(licence.holdersDeleted)}
            </Fact>
          </>
        )}
      </Facts>
      {(licence.holdersDeleted ?? 0) > 0 && <p className={styles.note}>{text("licence.one.deletedNote")}</p>}
      {holders !== null && holders !== consumedUnits && (
        <p className={styles.note}>{text("licence.one.difference")}</p>
      )}
    </TeamCard>
  );
}

function MoneyCard({ licence }: Props) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const { unitPrice, monthlyCost, monthlyWaste, renewals, prices } = licence;
  const written = (price: (typeof prices)[number]) =>
    `${priceWords(price, text, format)} ${spanWords(price, text, format)}`;
  return (
    <TeamCard title={text("licence.one.money")}>
      <Facts>
        <Fact name={text("licence.one.price")}>
          {unitPrice === null ? (
            <Amount money={null} />
          ) : (
            `${format.money(unitPrice)} ${text(`licence.per.${unitPrice.per}`)}`
          )}
        </Fact>
        <Fact name={text("licence.one.cost")}>
          <Amount money={monthlyCost} />
        </Fact>
        <Fact name={text("licence.one.waste")}>
          <Amount money={monthlyWaste} />
        </Fact>
        {prices.length > 0 && (
          <Fact name={text("licence.one.pricesTitle")}>{prices.map(written).join("\n")}</Fact>
        )}
        <Fact name={text("licence.one.renewals")}>
          {renewals.length === 0
            ? text("licence.noRenewal")
            : renewals.map(({ day }) => text("licence.changes", { date: format.date(day) })).join("\n")}
        </Fact>
      </Facts>
      {renewals.some(({ certain }) => !certain) && (
        <p className={styles.note}>{text("licence.one.uncertain")}</p>
      )}
      <p className={styles.note}>{text("licence.one.wasteNote")}</p>
    </TeamCard>
  );
}
