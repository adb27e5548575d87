import { Badge, Button, makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { Link, useLocation } from "react-router";
import type { VendorChangeAnswer } from "../../src/contracts/vendor-change-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { keptSearch } from "../shell/kept-address";
import { ProblemMessage } from "../shell/problem-message";
import { useDecideVendorChange } from "./use-vendor-changes";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  words: { display: "grid", gap: tokens.spacingVerticalXS, minWidth: 0, flex: "1 1 280px" },
  open: {
    ...typographyStyles.subtitle2,
    padding: 0,
    border: "none",
    background: "none",
    textAlign: "start",
    cursor: "pointer",
    color: tokens.colorNeutralForeground1,
    overflowWrap: "anywhere",
    ":hover": { textDecorationLine: "underline" },
  },
  badges: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

const colours = { normal: "informative", high: "warning", critical: "danger" } as const;

interface Props {
  readonly change: VendorChangeAnswer;
  readonly mayChange: boolean;
  readonly onBegin: (what: "read" | "make" | "dismiss", change: VendorChangeAnswer) => void;
}

/** One announcement: how pressing it is, what it is about, and whom it touches. */
export function VendorCard({ change, mayChange, onBegin }: Props) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const { title, services, severity, isMajor, actionBy, teams, state, reason } = change;
  const about = [services.join(", "), text("vendorChange.teamsShort", { count: teams.length })];
  return (
    <li className={styles.card}>
      <div className={styles.words}>
        <button type="button" className={styles.open} onClick={() => onBegin("read", change)}>
          {title}
        </button>
        <div className={styles.badges}>
          <Badge appearance="tint" color={colours[severity]}>
            {text(`vendorChange.severity.${severity}`)}
          </Badge>
          {isMajor && <Badge appearance="outline">{text("vendorChange.major")}</Badge>}
          <Badge appearance="outline" color={actionBy === null ? "informative" : "brand"}>
            {actionBy === null
              ? text("vendorChange.noDay")
              : text("vendorChange.actBy", { day: format.date(actionBy) })}
          </Badge>
        </div>
        <Text size={200} className={styles.quiet}>
          {about.filter((part) => part !== "").join(" · ")}
        </Text>
        {state === "dismissed" && (
          <Text size={200} className={styles.quiet}>
            {text("vendorChange.because", { reason: reason ?? "" })}
          </Text>
        )}
        {state === "taken-up" && <RolloutLink change={change} />}
      </div>
      {mayChange && <Actions change={change} onBegin={onBegin} />}
    </li>
  );
}

function RolloutLink({ change: { rolloutId, rolloutName } }: Pick<Props, "change">) {
  const { search } = useLocation();
  if (rolloutId === null || rolloutName === null) return null;
  const to = { pathname: `/rollouts/${encodeURIComponent(rolloutId)}`, search: keptSearch(search) };
  return <Link to={to}>{rolloutName}</Link>;
}

function Actions({ change, onBegin }: Pick<Props, "change" | "onBegin">) {
  const text = useText();
  const styles = useStyles();
  const { title, state } = change;
  const reopen = useDecideVendorChange(change);
  if (state === "taken-up") return null;
  return (
    <div className={styles.actions}>
      {state === "open" ? (
        <>
          <Button
            appearance="primary"
            aria-label={text("vendorChange.makeOf", { title })}
            onClick={() => onBegin("make", change)}
          >
            {text("vendorChange.make")}
          </Button>
          <Button
            aria-label={text("vendorChange.dismissOf", { title })}
            onClick={() => onBegin("dismiss", change)}
          >
            {text("vendorChange.dismiss")}
          </Button>
        </>
      ) : (
        <Button
          aria-label={text("vendorChange.reopenOf", { title })}
          disabledFocusable={reopen.isPending}
          onClick={() => reopen.mutate({ state: "open" })}
        >
          {text("vendorChange.reopen")}
        </Button>
      )}
      {reopen.error !== null && (
        <ProblemMessage problem={reopen.error} title={text("vendorChange.reopen.failed")} />
      )}
    </div>
  );
}
