import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { HistoryRegular } from "@fluentui/react-icons/svg/history";
import { useMutation } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { exportAuditEvents } from "../../src/contracts/audit-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { EmptyState } from "../shell/empty-state";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { NotFoundPage } from "../shell/not-found-page";
import { PageHeader } from "../shell/page-header";
import { ProblemMessage } from "../shell/problem-message";
import { AuditFilters } from "./audit-filters";
import { AuditRows } from "./audit-rows";
import { saveFile } from "./save-file";
import { auditQuery, useAudit, wholeLog } from "./use-audit";

const useStyles = makeStyles({
  foot: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalM,
  },
});

/** For auditors and administrators: who changed what. */
export function AuditPage() {
  const { can } = useMe();
  return can["audit.read"] ? <Audit /> : <NotFoundPage />;
}

function Audit() {
  const text = useText();
  const styles = useStyles();
  const format = useFormat();
  const [view, setView] = useState(wholeLog);
  const audit = useAudit(view);
  const pages = audit.data?.pages;
  const items = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const names = useMemo(() => new Map(pages?.flatMap((page) => Object.entries(page.names))), [pages]);
  const save = useMutation({
    mutationFn: () => saveFile(exportAuditEvents, { query: auditQuery(view) }, "toolroll-audit-events.csv"),
  });
  const first = pages?.[0];
  const total = first?.total ?? 0;
  return (
    <>
      <PageHeader
        title={text("governance.audit.title")}
        intro={text("governance.audit.intro")}
        actions={
          <Button
            icon={<ArrowDownloadRegular />}
            disabledFocusable={save.isPending}
            onClick={() => save.mutate()}
          >
            {text("governance.audit.export")}
          </Button>
        }
      />
      {save.error && <ProblemMessage title={text("governance.audit.exportFailed")} problem={save.error} />}
      <AuditFilters view={view} onChange={setView} />
      {audit.isPending && <LoadingState rows={8} />}
      {audit.isError && <ErrorState problem={audit.error} onRetry={() => void audit.refetch()} />}
      {audit.isSuccess && items.length === 0 && (
        <EmptyState
          icon={<HistoryRegular />}
          title={text("governance.audit.empty.title")}
          text={text("governance.audit.empty.text")}
        />
      )}
      {items.length > 0 && <AuditRows items={items} names={names} />}
      {audit.isSuccess && (
        <div className={styles.foot}>
          <Text role="status" size={200}>
            {first?.totalCapped
              ? text("common.moreThan", { number: format.number(total) })
              : text("governance.audit.count", { count: total })}
          </Text>
          {audit.hasNextPage && (
            <Button disabledFocusable={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
              {text("common.more")}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
