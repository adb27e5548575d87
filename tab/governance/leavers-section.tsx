import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { LeaverAnswer } from "../../src/contracts/governance-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { PrivacySection } from "./privacy-section";
import { useLeavers } from "./use-governance";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse" },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    textAlign: "start",
    verticalAlign: "top",
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { display: "block", color: tokens.colorNeutralForeground3 },
  more: { justifySelf: "start" },
});

/** Who has left: what they have to hand back, and until when they are known by name. */
export function LeaversSection() {
  const text = useText();
  const styles = useStyles();
  const leavers = useLeavers();
  const items = leavers.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <PrivacySection title={text("governance.leavers.title")} text={text("governance.leavers.text")}>
      {leavers.isPending && <LoadingState rows={3} />}
      {leavers.isError && <ErrorState problem={leavers.error} onRetry={() => void leavers.refetch()} />}
      {leavers.isSuccess && items.length === 0 && <Text>{text("governance.leavers.none")}</Text>}
      {items.length > 0 && <LeaverTable items={items} />}
      {leavers.hasNextPage && (
        <Button
          className={styles.more}
          disabledFocusable={leavers.isFetchingNextPage}
          onClick={() => void leavers.fetchNextPage()}
        >
          {text("common.more")}
        </Button>
      )}
    </PrivacySection>
  );
}

function LeaverTable({ items }: { readonly items: readonly LeaverAnswer[] }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {(["governance.person.field", "governance.leavers.kit", "governance.leavers.until"] as const).map(
            (column) => (
              <th key={column} scope="col" className={styles.cell}>
                <Text weight="semibold">{text(column)}</Text>
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {items.map((leaver) => (
          <tr key={leaver.personId}>
            <th scope="row" className={styles.cell}>
              {leaver.name}
              <Text size={200} className={styles.quiet}>
                {leaver.teamName ?? leaver.email}
              </Text>
            </th>
            <td className={styles.cell}>
              {leaver.devices.map(({ assetTag }) => assetTag).join(", ") || text("governance.leavers.noKit")}
            </td>
            <td className={styles.cell}>
              {leaver.pseudonymisedFrom === null
                ? text("governance.leavers.untilKit")
                : format.date(leaver.pseudonymisedFrom)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
