import { Field, Input, makeStyles, SearchBox, Select, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useText } from "../language/use-text";
import { auditKinds } from "./audit-words";
import type { AuditView } from "./use-audit";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-end",
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
  },
  search: { flex: "1 1 260px", maxWidth: "none" },
  field: { flex: "0 1 180px", minWidth: "140px" },
});

/** Long enough for a word to be typed. */
const pauseMs = 300;

interface Props {
  readonly view: AuditView;
  readonly onChange: (view: AuditView) => void;
}

export function AuditFilters({ view, onChange }: Props) {
  const text = useText();
  const styles = useStyles();
  const [typed, setTyped] = useState(view.q);
  useEffect(() => {
    if (typed.trim() === view.q) return;
    const tell = setTimeout(() => onChange({ ...view, q: typed.trim() }), pauseMs);
    return () => clearTimeout(tell);
  }, [typed, view, onChange]);
  const label = text("governance.audit.search");
  return (
    <div className={styles.root}>
      <SearchBox
        className={styles.search}
        aria-label={label}
        placeholder={label}
        maxLength={200}
        value={typed}
        onChange={(_, { value }) => setTyped(value)}
      />
      <Field className={styles.field} label={text("governance.audit.kind")}>
        <Select
          value={view.subjectKind}
          onChange={(_, { value }) => onChange({ ...view, subjectKind: value })}
        >
          <option value="">{text("governance.audit.kindAll")}</option>
          {auditKinds.map((kind) => (
            <option key={kind} value={kind}>
              {text(`governance.kind.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      {(["from", "to"] as const).map((edge) => (
        <Field key={edge} className={styles.field} label={text(`governance.audit.${edge}`)}>
          <Input
            type="date"
            value={view[edge]}
            onChange={(_, { value }) => onChange({ ...view, [edge]: value })}
          />
        </Field>
      ))}
    </div>
  );
}
