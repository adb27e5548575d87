import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useText } from "../language/use-text";
import { PageHeader } from "../shell/page-header";

const useStyles = makeStyles({
  root: { maxWidth: "720px" },
  list: { ...typographyStyles.body1, display: "grid", gap: tokens.spacingVerticalM, margin: 0 },
  rights: typographyStyles.body1,
});

const rules = [1, 2, 3, 4, 5, 6] as const;

/** How answers stay confidential, for whoever is asked. */
export function ConfidentialPage() {
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.root}>
      <PageHeader title={text("confidence.how.title")} intro={text("confidence.how.intro")} />
      <ol className={styles.list}>
        {rules.map((rule) => (
          <li key={rule}>{text(`confidence.how.${rule}`)}</li>
        ))}
      </ol>
      <p className={styles.rights}>{text("confidence.how.rights")}</p>
    </div>
  );
}
