import { makeStyles, tokens } from "@fluentui/react-components";
import type { LicenceAnswer } from "../../src/contracts/licence-contract";
import { type Column, DataTable } from "../applications/data-table";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { TeamLink } from "../teams/team-link";
import { LicenceMarks } from "./licence-marks";
import { SeatBar } from "./seat-bar";

const useStyles = makeStyles({
  product: { display: "flex", flexDirection: "column", alignItems: "flex-start", minWidth: 0 },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  unknown: { color: tokens.colorNeutralForeground3 },
  /** Money has no columns of its own there. */
  narrow: {
    display: "none",
    fontSize: tokens.fontSizeBase200,
    "@media (max-width: 720px)": { display: "block" },
  },
});

export function LicenceTable({ licences }: { readonly licences: readonly LicenceAnswer[] }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const columns: Column<LicenceAnswer & { readonly id: string }>[] = [
    {
      key: "product",
      heading: text("licence.column.product"),
      cell: (licence) => <Product licence={licence} />,
    },
    {
      key: "seats",
      heading: text("licence.column.seats"),
      cell: (licence) => (
        <>
          <SeatBar licence={licence} />
          <span className={styles.narrow}>
            {text("licence.column.waste")}: <Amount money={licence.monthlyWaste} />
          </span>
        </>
      ),
    },
    {
      key: "renewal",
      heading: text("licence.column.renewal"),
      room: "widest",
      cell: ({ renewals: [next] }) =>
        next === undefined ? (
          <span className={styles.unknown}>{text("licence.noRenewal")}</span>
        ) : (
          format.date(next.day)
        ),
    },
    {
      key: "cost",
      heading: text("licence.column.cost"),
      room: "widest",
      cell: ({ monthlyCost }) => <Amount money={monthlyCost} />,
    },
    {
      key: "waste",
      heading: text("licence.column.waste"),
      room: "wide",
      cell: ({ monthlyWaste }) => <Amount money={monthlyWaste} />,
    },
  ];
  const items = licences.map((licence) => ({ ...licence, id: licence.skuId }));
  return <DataTable label={text("licence.title")} columns={columns} items={items} />;
}

function Product({ licence }: { readonly licence: LicenceAnswer }) {
  const styles = useStyles();
  return (
    <span className={styles.product}>
      <TeamLink to={`/licences/${encodeURIComponent(licence.skuId)}`}>{licence.productName}</TeamLink>
      <span className={styles.quiet}>{licence.skuPartNumber}</span>
      <LicenceMarks licence={licence} />
    </span>
  );
}

/** Money, or that no price is known. */
export function Amount({ money }: { readonly money: LicenceAnswer["monthlyCost"] }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  if (money === null) return <span className={styles.unknown}>{text("licence.unknownPrice")}</span>;
  return format.money(money);
}
