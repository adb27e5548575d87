import { makeStyles, mergeClasses, Text, tokens, typographyStyles } from "@fluentui/react-components";
import type { CardPreviewAnswer } from "../../src/contracts/check-in-contract";

type Card = NonNullable<CardPreviewAnswer["card"]>;
type Part = Card["body"][number];

const useStyles = makeStyles({
  card: {
    display: "grid",
    rowGap: tokens.spacingVerticalS,
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  text: { margin: 0, overflowWrap: "anywhere" },
  large: { ...typographyStyles.subtitle1 },
  bold: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  group: { display: "grid", rowGap: tokens.spacingVerticalXS },
  choices: { display: "grid", rowGap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyle: "none" },
  choice: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  circle: {
    flexShrink: 0,
    width: "14px",
    height: "14px",
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  box: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  button: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  primary: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** An Adaptive Card drawn as words and boxes: nothing on it is a control, so that nothing can be pressed. */
export function CardDrawing({ card, label }: { readonly card: Card; readonly label: string }) {
  const styles = useStyles();
  return (
    <section className={styles.card} aria-label={label} lang={card.lang}>
      {card.body.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a card have no other name and never move
        <DrawnPart key={index} part={part} />
      ))}
      <Actions parts={card.actions} />
    </section>
  );
}

function DrawnPart({ part }: { readonly part: Part }) {
  switch (part.type) {
    case "TextBlock":
      return <Words text={textOf(part.text)} look={part} />;
    case "RichTextBlock":
      return (
        <Words
          text={partsOf(part.inlines)
            .map(({ text }) => textOf(text))
            .join("")}
          look={partsOf(part.inlines)[0] ?? {}}
        />
      );
    case "Input.ChoiceSet":
      return <Choices part={part} />;
    case "Input.Text":
      return <Question label={textOf(part.label)} placeholder={textOf(part.placeholder)} />;
    case "ActionSet":
      return <Actions parts={partsOf(part.actions)} />;
    default:
      return null;
  }
}

function Words({ text, look }: { readonly text: string; readonly look: Part }) {
  const styles = useStyles();
  const className = mergeClasses(
    styles.text,
    look.weight === "Bolder" && styles.bold,
    look.size === "Large" && styles.large,
    look.isSubtle === true && styles.quiet,
  );
  return (
    <Text as="p" block className={className}>
      {text}
    </Text>
  );
}

function Choices({ part }: { readonly part: Part }) {
  const styles = useStyles();
  const label = textOf(part.label);
  if (part.style !== "expanded") return <Question label={label} placeholder={textOf(part.placeholder)} />;
  return (
    <div className={styles.group}>
      <Text>{label}</Text>
      <ul className={styles.choices}>
        {partsOf(part.choices).map(({ title }) => (
          <li key={textOf(title)} className={styles.choice}>
            <span className={styles.circle} aria-hidden="true" />
            {textOf(title)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Question({ label, placeholder }: { readonly label: string; readonly placeholder: string }) {
  const styles = useStyles();
  return (
    <div className={styles.group}>
      <Text>{label}</Text>
      <span className={styles.box}>{placeholder}</span>
    </div>
  );
}

function Actions({ parts }: { readonly parts: readonly Part[] }) {
  const styles = useStyles();
  if (parts.length === 0) return null;
  return (
    <div className={styles.actions}>
      {parts.map(({ title, style }) => (
        <span
          key={textOf(title)}
          className={mergeClasses(styles.button, style === "positive" && styles.primary)}
        >
          {textOf(title)}
        </span>
      ))}
    </div>
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function partsOf(value: unknown): readonly Part[] {
  return Array.isArray(value) ? (value as readonly Part[]) : [];
}
