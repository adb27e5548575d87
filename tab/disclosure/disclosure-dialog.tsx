import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Text,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { useState } from "react";
import type { DisclosureRulesAnswer } from "../../src/contracts/disclosure-contract";
import type { Redactions, Ruled } from "../../src/domain/disclosure/disclosure";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { ProblemMessage } from "../shell/problem-message";
import { RedactionFields } from "./redaction-fields";
import { type DisclosureQuery, useCouncilRules, useMakeDisclosure } from "./use-disclosure";

const useStyles = makeStyles({
  surface: { maxWidth: "min(760px, 100vw)" },
  content: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  legend: { ...typographyStyles.subtitle2, margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  /** The systems that the answer is about, as the list shows them. */
  readonly query: DisclosureQuery;
  readonly onClose: () => void;
}

/** Chooses what an answer withholds, and makes the file. */
export function DisclosureDialog({ query, onClose }: Props) {
  const text = useText();
  const styles = useStyles();
  const council = useCouncilRules();
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        {council.data === undefined ? (
          <DialogBody>
            <DialogTitle>{text("disclosure.title")}</DialogTitle>
            <DialogContent>
              {council.isPending && <LoadingState rows={4} />}
              {council.isError && (
                <ErrorState
                  title={text("disclosure.loadFailed")}
                  problem={council.error}
                  onRetry={() => void council.refetch()}
                />
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{text("common.close")}</Button>
            </DialogActions>
          </DialogBody>
        ) : (
          <Body council={council.data} query={query} onClose={onClose} />
        )}
      </DialogSurface>
    </Dialog>
  );
}

function Body({ council, query, onClose }: Props & { readonly council: DisclosureRulesAnswer }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const [said, setSaid] = useState<Ruled>({ rules: council.rules, reasons: council.reasons });
  const make = useMakeDisclosure(query);
  const { exceptions } = council;
  const save = (as: "csv" | "xlsx") =>
    !make.isPending && make.mutate({ format: as, said: said as Ruled<Redactions> });
  return (
    <DialogBody>
      <DialogTitle>{text("disclosure.title")}</DialogTitle>
      <DialogContent className={styles.content}>
        <Text className={styles.quiet}>{text("disclosure.intro")}</Text>
        <h3 className={styles.legend}>{text("disclosure.legend")}</h3>
        <RedactionFields said={said} onChange={setSaid} />
        {exceptions > 0 && (
          <Text size={200} className={styles.quiet}>
            {text("disclosure.exceptions", { count: exceptions, total: format.number(exceptions) })}
          </Text>
        )}
        {make.error !== null && <ProblemMessage title={text("disclosure.failed")} problem={make.error} />}
        <div role="status">
          {make.data !== undefined && (
            <MessageBar intent="success">
              <MessageBarBody>{text("disclosure.made", { name: make.data })}</MessageBarBody>
            </MessageBar>
          )}
        </div>
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onClose}>{text("common.close")}</Button>
        <Button disabledFocusable={make.isPending} onClick={() => save("csv")}>
          {text("disclosure.saveCsv")}
        </Button>
        <Button appearance="primary" disabledFocusable={make.isPending} onClick={() => save("xlsx")}>
          {text(make.isPending ? "disclosure.making" : "disclosure.saveXlsx")}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
