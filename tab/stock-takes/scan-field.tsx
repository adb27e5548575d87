import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { type FormEvent, useRef, useState } from "react";
import type { StockTakeAnswer } from "../../src/contracts/stock-take-contract";
import { useText } from "../language/use-text";
import { problemText } from "../shell/problem-text";
import { useScan } from "./use-stock-takes";

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-end",
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
  },
  code: { flex: "1 1 240px" },
  team: { flex: "0 1 220px" },
  told: { flexBasis: "100%", minHeight: "20px", fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: "1.1em" },
});

/** How many of the last readings are shown. */
const remembered = 3;

/**
 * Takes what is typed or what a barcode scanner types, which ends with Enter. The field is free again at once: whoever
 * scans does not wait for the answer to the last one.
 */
export function ScanField({ stockTake }: { readonly stockTake: StockTakeAnswer }) {
  const text = useText();
  const styles = useStyles();
  const scan = useScan(stockTake.id);
  const input = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState("");
  const [team, setTeam] = useState("");
  const [told, setTold] = useState<readonly { readonly key: number; readonly words: string }[]>([]);
  const next = useRef(0);
  const tell = (words: string) => {
    next.current += 1;
    const line = { key: next.current, words };
    setTold((before) => [line, ...before].slice(0, remembered));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = code.trim();
    input.current?.focus();
    if (read === "") return;
    setCode("");
    scan
      .mutateAsync({ code: read, team: team === "" ? null : team })
      .then(({ outcome, item }) => tell(text(`stockTake.scan.${outcome}`, { tag: item.assetTag })))
      .catch((problem: unknown) =>
        tell(`${text("stockTake.scan.failed", { code: read })}: ${problemText(problem, text)}`),
      );
  };
  const teams = stockTake.teams.filter(({ teamId }) => teamId !== null);
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field className={styles.code} label={text("stockTake.scan.label")} hint={text("stockTake.scan.hint")}>
        <Input
          input={{ ref: input }}
          value={code}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => setCode(value)}
        />
      </Field>
      <Field className={styles.team} label={text("stockTake.scan.team")} hint=" ">
        <Select value={team} onChange={(_, { value }) => setTeam(value)}>
          <option value="">{text("stockTake.scan.anywhere")}</option>
          {teams.map(({ teamId, teamName }) => (
            <option key={teamId} value={teamId ?? ""}>
              {teamName ?? text("common.unknown")}
            </option>
          ))}
        </Select>
      </Field>
      <Field hint=" ">
        <Button type="submit" appearance="primary">
          {text("stockTake.scan.take")}
        </Button>
      </Field>
      <div className={styles.told} role="log" aria-live="polite">
        {told.map(({ key, words }) => (
          <div key={key}>{words}</div>
        ))}
      </div>
    </form>
  );
}
