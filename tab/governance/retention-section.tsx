import { Button, Input, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { RetentionAnswer, WouldGoAnswer } from "../../src/contracts/governance-contract";
import type { RetentionKind } from "../../src/domain/retention";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { ProblemMessage } from "../shell/problem-message";
import { PrivacySection } from "./privacy-section";
import { useChangeRetention, useRetention, useTryRetention } from "./use-governance";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse" },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    textAlign: "start",
    verticalAlign: "top",
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  days: { width: "96px" },
  quiet: { display: "block", color: tokens.colorNeutralForeground3 },
  actions: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
});

export function RetentionSection() {
  const text = useText();
  const retention = useRetention();
  return (
    <PrivacySection title={text("governance.retention.title")} text={text("governance.retention.text")}>
      {retention.isPending && <LoadingState rows={6} />}
      {retention.isError && <ErrorState problem={retention.error} onRetry={() => void retention.refetch()} />}
      {retention.data && <RetentionForm table={retention.data} />}
    </PrivacySection>
  );
}

function RetentionForm({ table }: { readonly table: readonly RetentionAnswer[] }) {
  const text = useText();
  const styles = useStyles();
  const [typed, setTyped] = useState<ReadonlyMap<RetentionKind, string>>(new Map());
  const trying = useTryRetention();
  const saving = useChangeRetention();
  const wanted = [...typed].map(([kind, days]) => ({ kind, days: Number(days) }));
  const isWhole = wanted.every(({ days }) => Number.isInteger(days));
  const problem = trying.error ?? saving.error;
  const forget = () => {
    trying.reset();
    saving.reset();
  };
  return (
    <>
      <RetentionTable
        table={table}
        typed={typed}
        would={trying.data?.items ?? []}
        onType={(kind, days) => {
          forget();
          setTyped(new Map([...typed, [kind, days]]));
        }}
      />
      {problem && <ProblemMessage title={text("governance.retention.failed")} problem={problem} />}
      <div className={styles.actions}>
        <Button disabledFocusable={trying.isPending || !isWhole} onClick={() => trying.mutate(wanted)}>
          {text("governance.retention.try")}
        </Button>
        <Button
          appearance="primary"
          disabledFocusable={saving.isPending || !isWhole || wanted.length === 0}
          onClick={() => saving.mutate(wanted, { onSuccess: () => setTyped(new Map()) })}
        >
          {text("governance.retention.save")}
        </Button>
        <Text role="status">{saving.isSuccess ? text("governance.retention.saved") : ""}</Text>
      </div>
    </>
  );
}

interface TableProps {
  readonly table: readonly RetentionAnswer[];
  readonly typed: ReadonlyMap<RetentionKind, string>;
  readonly would: readonly WouldGoAnswer[];
  readonly onType: (kind: RetentionKind, days: string) => void;
}

function RetentionTable({ table, typed, would, onType }: TableProps) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const counts = new Map(would.map(({ kind, count }) => [kind, count]));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {(["kind", "days", "would"] as const).map((column) => (
            <th key={column} scope="col" className={styles.cell}>
              <Text weight="semibold">{text(`governance.retention.${column}`)}</Text>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.map(({ kind, days, defaultDays: usual, least, most }) => {
          const label = text(`governance.retention.${kind}`);
          const count = counts.get(kind);
          return (
            <tr key={kind}>
              <th scope="row" className={styles.cell}>
                {label}
                <Text size={200} className={styles.quiet}>
                  {text("governance.retention.bounds", { least, most, usual })}
                </Text>
              </th>
              <td className={styles.cell}>
                <Input
                  className={styles.days}
                  type="number"
                  min={least}
                  max={most}
                  aria-label={text("governance.retention.daysOf", { kind: label })}
                  value={typed.get(kind) ?? String(days)}
                  onChange={(_, { value }) => onType(kind, value)}
                />
              </td>
              <td className={styles.cell}>{count === undefined ? "–" : format.number(count)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
