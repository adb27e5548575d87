import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import type { VendorChangeAnswer } from "../../src/contracts/vendor-change-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";

const useStyles = makeStyles({
  surface: { maxWidth: "min(640px, 100vw)" },
  content: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  body: { whiteSpace: "pre-line", overflowWrap: "anywhere" },
  facts: { display: "grid", gap: tokens.spacingVerticalXS, margin: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
  value: { margin: 0, overflowWrap: "anywhere", color: tokens.colorNeutralForeground2 },
});

/** The whole announcement, as text. */
export function VendorDialog({
  change,
  onClose,
}: {
  readonly change: VendorChangeAnswer;
  readonly onClose: () => void;
}) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const { id, title, body, services, applications, licences, teams, actionBy, startsOn, endsOn } = change;
  const days = [
    actionBy && text("vendorChange.actBy", { day: format.date(actionBy) }),
    startsOn && text("vendorChange.starts", { day: format.date(startsOn) }),
    endsOn && text("vendorChange.ends", { day: format.date(endsOn) }),
  ].filter((day) => day !== null);
  const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).join(", ");
  const facts = [
    [text("vendorChange.services"), services.join(", ")],
    [text("vendorChange.applications"), names(applications)],
    [text("vendorChange.licences"), names(licences)],
    [text("vendorChange.teams"), names(teams) || text("vendorChange.noTeams")],
  ] as const;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>
            <Text size={200}>{[id, ...days].join(" · ")}</Text>
            <Text className={styles.body}>{body}</Text>
            <dl className={styles.facts}>
              {facts
                .filter(([, value]) => value !== "")
                .map(([name, value]) => (
                  <div key={name}>
                    <dt className={styles.name}>{name}</dt>
                    <dd className={styles.value}>{value}</dd>
                  </div>
                ))}
            </dl>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{text("vendorChange.close")}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
