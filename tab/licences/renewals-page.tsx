import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import { CalendarRegular } from "@fluentui/react-icons/svg/calendar";
import type { RenewalAnswer } from "../../src/contracts/licence-money-contract";
import { reminderDays } from "../../src/domain/licence/renewal";
import { type Column, DataTable } from "../applications/data-table";
import { localDay } from "../inventory/device-facts";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { EmptyState } from "../shell/empty-state";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { NotFoundPage } from "../shell/not-found-page";
import { PageHeader } from "../shell/page-header";
import { TeamLink } from "../teams/team-link";
import { DemonstrationNote } from "./demonstration-note";
import { renewalAddress } from "./renewal-address";
import { RenewalCare } from "./renewal-care";
import { RenewalLine } from "./renewal-line";
import { unreadParts, WhenRead } from "./unread-licences";
import { useRenewals } from "./use-licence-money";
import { useLicenceOverview } from "./use-licences";

const useStyles = makeStyles({
  parts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  stack: { display: "flex", flexDirection: "column", alignItems: "flex-start", minWidth: 0 },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  badge: { whiteSpace: "nowrap" },
});

/** What renews or ends, with the day by which one has to act. */
export function RenewalsPage() {
  const { can } = useMe();
  return can["licence.read"] ? <Renewals /> : <NotFoundPage />;
}

function Renewals() {
  const text = useText();
  const styles = useStyles();
  const query = useRenewals();
  const renewals = query.data?.items ?? [];
  return (
    <>
      <PageHeader
        title={text("licenceMoney.renewals.title")}
        intro={text("licenceMoney.renewals.intro")}
        actions={
          <>
            <TeamLink to="/applications/contracts">{text("licenceMoney.renewals.contracts")}</TeamLink>
            <TeamLink to="/licences">{text("licence.back")}</TeamLink>
          </>
        }
      />
      {query.isPending && <LoadingState rows={6} />}
      {query.isError && query.data === undefined && (
        <ErrorState
          title={text("licenceMoney.renewals.failed")}
          problem={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data && renewals.length === 0 && (
        <WhenRead needs={["subscriptions"]}>
          <EmptyState icon={<CalendarRegular />} title={text("licenceMoney.renewals.none")} />
        </WhenRead>
      )}
      {renewals.length > 0 && (
        <div className={styles.parts}>
          <DemonstrationNote />
          <OnlyContracts />
          <RenewalLine renewals={renewals} />
          <RenewalTable renewals={renewals} />
        </div>
      )}
    </>
  );
}

/** Says of a list without subscriptions that they are missing, and not that there are none. */
function OnlyContracts() {
  const text = useText();
  const styles = useStyles();
  const overview = useLicenceOverview();
  if (overview.data === undefined || unreadParts(overview.data, ["subscriptions"]).length === 0) return null;
  return <p className={styles.note}>{text("licenceMoney.renewals.onlyContracts")}</p>;
}

function RenewalTable({ renewals }: { readonly renewals: readonly RenewalAnswer[] }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const columns: Column<RenewalAnswer>[] = [
    { key: "what", heading: text("licenceMoney.renewals.what"), cell: (each) => <What renewal={each} /> },
    {
      key: "actBy",
      heading: text("licenceMoney.renewals.actBy"),
      cell: (each) => (
        <span className={styles.stack}>
          <span>{format.date(each.actBy)}</span>
          <Left renewal={each} />
        </span>
      ),
    },
    {
      key: "day",
      heading: text("licenceMoney.renewals.day"),
      room: "wide",
      cell: ({ day, certain }) => (
        <span className={styles.stack}>
          <span>{format.date(day)}</span>
          {!certain && <span className={styles.quiet}>{text("licenceMoney.renewals.uncertain")}</span>}
        </span>
      ),
    },
    {
      key: "saves",
      heading: text("licenceMoney.renewals.saves"),
      room: "widest",
      cell: ({ window }) => window && format.date(window.savesFrom),
    },
  ];
  return <DataTable label={text("licenceMoney.renewals.title")} columns={columns} items={renewals} />;
}

function What({ renewal }: { readonly renewal: RenewalAnswer }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const { source, name, supplier, seats, value, unused, monthlySaving } = renewal;
  const facts = [
    text(`licenceMoney.renewals.${source}`),
    supplier,
    seats === null ? null : text("licenceMoney.renewals.seats", { count: seats }),
    unused === null ? null : text("renewalCare.unused", { count: unused.count }),
    unused === null || unused.count === 0
      ? null
      : monthlySaving === null
        ? text("renewalCare.priceUnknown")
        : text("renewalCare.monthly", { amount: format.money(monthlySaving) }),
    value && format.money(value),
  ];
  return (
    <span className={styles.stack}>
      <TeamLink to={renewalAddress(renewal)}>{name}</TeamLink>
      <span className={styles.quiet}>{facts.filter((fact) => fact !== null).join(" · ")}</span>
      <RenewalCare renewal={renewal} />
    </span>
  );
}

function Left({ renewal: { actBy, window, settled } }: { readonly renewal: RenewalAnswer }) {
  const text = useText();
  const styles = useStyles();
  if (window === null) {
    return (
      <Badge className={styles.badge} appearance="tint" color="danger">
        {text("licenceMoney.renewals.over")}
      </Badge>
    );
  }
  const days = Math.round((Date.parse(actBy) - Date.parse(localDay(new Date()))) / 86_400_000);
  const left =
    days <= 0 ? text("licenceMoney.renewals.today") : text("licenceMoney.renewals.left", { count: days });
  const isNear = settled === null && days <= reminderDays[0];
  return !isNear ? (
    <span className={styles.quiet}>{left}</span>
  ) : (
    <Badge className={styles.badge} appearance="tint" color="warning">
      {left}
    </Badge>
  );
}
