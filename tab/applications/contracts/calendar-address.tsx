import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { useRef, useState } from "react";
import { useText } from "../../language/use-text";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, alignItems: "center" },
  input: { flexGrow: 1, minWidth: "200px" },
});

/** The address, to be copied now. Frames of Teams may forbid the clipboard: then it is selected for the keyboard. */
export function CalendarAddress({ address }: { readonly address: string }) {
  const text = useText();
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<"copied" | "copyFailed" | null>(null);
  const copy = async () => {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(address);
      setTold("copied");
    } catch {
      setTold(document.execCommand("copy") ? "copied" : "copyFailed");
    }
  };
  return (
    <>
      <span>{text("contractCalendar.madeText")}</span>
      <Field label={text("contractCalendar.address")}>
        <div className={styles.row}>
          <Input
            input={{ ref: input }}
            className={styles.input}
            readOnly
            value={address}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
          <Button icon={<CopyRegular />} onClick={() => void copy()}>
            {text("contractCalendar.copy")}
          </Button>
        </div>
      </Field>
      <span role="status">{told && text(`contractCalendar.${told}`)}</span>
    </>
  );
}
