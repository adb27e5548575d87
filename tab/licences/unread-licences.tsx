import { makeStyles, tokens } from "@fluentui/react-components";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactNode } from "react";
import type { LicenceOverviewAnswer } from "../../src/contracts/licence-contract";
import type { SyncPart } from "../../src/domain/graph-sync/sync-part";
import { ImportButton } from "../import/import-button";
import { type Text, useText } from "../language/use-text";
import { EmptyState } from "../shell/empty-state";
import { TeamLink } from "../teams/team-link";
import { useLicenceOverview } from "./use-licences";

const useStyles = makeStyles({
  actions: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "center",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
  },
});

interface Props {
  /** Without any one of these parts there is nothing true to show. */
  readonly needs: readonly SyncPart[];
  readonly children: ReactNode;
}

/**
 * What a page shows, once the parts of Microsoft 365 that it tells about were read; until then what is missing, and what
 * can be done without it. "Nobody holds any" would be a claim.
 */
export function WhenRead({ needs, children }: Props) {
  const overview = useLicenceOverview();
  if (overview.data === undefined) return children;
  const missing = unreadParts(overview.data, needs);
  if (missing.length === 0) return children;
  return <UnreadLicences overview={overview.data} missing={missing} />;
}

type Part = LicenceOverviewAnswer["parts"][number];

export function unreadParts({ parts }: LicenceOverviewAnswer, needs: readonly SyncPart[]): Part[] {
  return parts.filter(({ name, asOf }) => needs.includes(name) && asOf === null);
}

interface UnreadProps {
  readonly overview: LicenceOverviewAnswer;
  readonly missing: readonly Part[];
}

/** What is missing, who can do something about it, and how to go on by import meanwhile. */
export function UnreadLicences({ overview, missing }: UnreadProps) {
  const text = useText();
  const styles = useStyles();
  const parts = missing.map(({ name }) => text(`licence.part.${name}`)).join(", ");
  return (
    <EmptyState
      icon={<WarningRegular />}
      title={text("licence.empty.title", { parts })}
      text={`${whatIsMissing(overview, missing, text)} ${text("licence.empty.instead")}`}
      action={
        <span className={styles.actions}>
          <TeamLink to="/licences/sync">{text("licence.empty.toSync")}</TeamLink>
          <ImportButton kind="applications" />
        </span>
      }
    />
  );
}

function whatIsMissing({ connected }: LicenceOverviewAnswer, missing: readonly Part[], text: Text): string {
  if (!connected) return text("licence.empty.notConnected");
  const barred = missing.filter(({ state }) => state === "not-permitted");
  if (barred.length === 0) return text("licence.empty.neverRead");
  const permissions = [...new Set(barred.flatMap((part) => part.permissions))].join(", ");
  return text("licence.empty.notPermitted", { permissions });
}
