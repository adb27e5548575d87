import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { useEffect, useRef } from "react";
import { useText } from "../language/use-text";
import type { KitReceipt } from "./use-my-kit";

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  words: { flex: "1 1 240px", display: "grid", ":focus": { outline: "none" } },
  icon: { fontSize: "32px", color: tokens.colorPaletteGreenForeground1 },
});

interface Props {
  readonly receipt: KitReceipt;
  readonly onChange: () => void;
}

/** Stands where the form stood and takes the focus that the form's button had. */
export function KitReceiptNote({ receipt, onChange }: Props) {
  const styles = useStyles();
  const text = useText();
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => words.current?.focus(), []);
  const { confirmed, problems } = receipt;
  return (
    <div className={styles.root}>
      <CheckmarkCircleFilled className={styles.icon} aria-hidden="true" />
      <div ref={words} className={styles.words} role="status" tabIndex={-1}>
        <Text weight="semibold">{text("kit.sent.title")}</Text>
        <Text>
          {[
            confirmed > 0 ? text("kit.sent.confirmed", { count: confirmed }) : null,
            problems > 0 ? text("kit.sent.problems", { count: problems }) : null,
            confirmed + problems === 0 ? text("kit.sent.nothing") : null,
          ]
            .filter((line) => line !== null)
            .join(" ")}
        </Text>
      </div>
      <Button onClick={onChange}>{text("kit.sent.change")}</Button>
    </div>
  );
}
