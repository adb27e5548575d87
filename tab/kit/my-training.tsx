import { Link, makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { listMyTraining } from "../../src/contracts/my-training-contract";
import { call } from "../call";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";

const useStyles = makeStyles({
  section: { marginTop: tokens.spacingVerticalXXL },
  heading: { ...typographyStyles.subtitle1, margin: `0 0 ${tokens.spacingVerticalM}` },
  list: {
    display: "grid",
    gap: tokens.spacingVerticalS,
    maxWidth: "880px",
    margin: 0,
    padding: 0,
    listStyle: "none",
  },
  item: {
    display: "grid",
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: "anywhere",
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Sessions for me, those ahead with why they are; nothing at all where there is none. */
export function MyTraining() {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const query = useQuery({
    queryKey: ["my", "training"],
    queryFn: ({ signal }) => call(listMyTraining, {}, { signal }),
  });
  if (query.isError) {
    return (
      <ErrorState
        title={text("myTraining.failed")}
        problem={query.error}
        onRetry={() => void query.refetch()}
      />
    );
  }
  const items = query.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="my-training">
      <h2 id="my-training" className={styles.heading}>
        {text("myTraining.title")}
      </h2>
      <ul className={styles.list}>
        {items.map(({ id, title, startsAt, link, because }) => (
          <li key={id} className={styles.item}>
            <Text weight="semibold">{title}</Text>
            <Text className={styles.quiet}>
              {format.dateTime(startsAt)} · {text(`myTraining.${because}`)}
            </Text>
            {link !== null && (
              <Link href={link} target="_blank" rel="noreferrer">
                {text("myTraining.about")}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
