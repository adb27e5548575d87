import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ClockRegular } from "@fluentui/react-icons/svg/clock";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import type { ApplicationAnswer } from "../../src/contracts/application-contract";
import type { ContractAnswer } from "../../src/contracts/supplier-contract";
import type { Disposition } from "../../src/domain/application/disposition";
import type { RiskRating } from "../../src/domain/application/legacy-risk";
import { localDay } from "../inventory/device-facts";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { noticeState } from "./notice";

const useStyles = makeStyles({
  mark: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  icon: { flexShrink: 0, fontSize: "14px" },
  red: { color: tokens.colorPaletteRedForeground1 },
  amber: { color: tokens.colorStatusWarningForeground1 },
  green: { color: tokens.colorStatusSuccessForeground1 },
  unknown: { color: tokens.colorNeutralForeground3 },
  shape: { width: "14px", height: "14px", flexShrink: 0, fill: tokens.colorNeutralForeground2 },
});

/** Each disposition has a shape of its own beside its word. */
export const dispositionShapes: Readonly<Record<Disposition, string>> = {
  invest: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z",
  migrate: "M2 2h12v12H2Z",
  tolerate: "M8 1.5 15 14.5H1Z",
  eliminate: "M8 .5 15.5 8 8 15.5.5 8Z",
};

export function DispositionMark({ disposition }: { readonly disposition: Disposition | null }) {
  const text = useText();
  const styles = useStyles();
  if (disposition === null) return <span className={styles.quiet}>{text("application.undecided")}</span>;
  return (
    <span className={styles.mark}>
      <svg viewBox="0 0 16 16" className={styles.shape} aria-hidden="true">
        <path d={dispositionShapes[disposition]} />
      </svg>
      {text(`application.disposition.${disposition}`)}
    </span>
  );
}

export function RatingMark({ rating }: { readonly rating: RiskRating }) {
  const text = useText();
  const styles = useStyles();
  const alarming = rating === "red" || rating === "amber";
  return (
    <span className={mergeClasses(styles.mark, styles[rating])}>
      {alarming && <WarningFilled aria-hidden className={styles.icon} />}
      {text(`application.rating.${rating}`)}
    </span>
  );
}

/** The date that matters, and what it asks for in words. */
export function NoticeText({
  contract,
}: {
  readonly contract: Pick<ContractAnswer, "end" | "noticeDate" | "renewal"> | null;
}) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  if (contract === null) return <span className={styles.quiet}>{text("application.noContract")}</span>;
  const state = noticeState(contract, localDay(new Date()));
  if (state === "unknown") return <span className={styles.quiet}>{text("application.noticeUnknown")}</span>;
  if (state === "far") return <span>{format.date(contract.noticeDate)}</span>;
  const words = {
    ended: "contractOver",
    renewed: "contractRenewed",
    over: "noticeOver",
    soon: "noticeSoon",
  } as const;
  const isMild = state === "soon" || state === "renewed";
  const Icon = isMild ? ClockRegular : WarningFilled;
  return (
    <span>
      {format.date(state === "ended" || state === "renewed" ? contract.end : contract.noticeDate)}
      <br />
      <span className={mergeClasses(styles.mark, isMild ? styles.amber : styles.red)}>
        <Icon aria-hidden className={styles.icon} />
        {text(`application.${words[state]}`)}
      </span>
    </span>
  );
}

export function OwnerText({
  application,
}: {
  readonly application: Pick<ApplicationAnswer, "businessOwnerName">;
}) {
  const text = useText();
  const styles = useStyles();
  return application.businessOwnerName === null ? (
    <span className={styles.quiet}>{text("application.noOwner")}</span>
  ) : (
    <span>{application.businessOwnerName}</span>
  );
}
