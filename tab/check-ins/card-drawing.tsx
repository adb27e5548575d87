import {
  Button,
  Field,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  Select,
  Text,
  Textarea,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
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
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** An Adaptive Card drawn with our own controls; nothing on it can be pressed. */
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
      return (
        <Field label={textOf(part.label)}>
          <Textarea disabled placeholder={textOf(part.placeholder)} />
        </Field>
      );
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
  const choices = partsOf(part.choices).map(({ title }) => textOf(title));
  if (part.style !== "expanded") {
    return (
      <Field label={textOf(part.label)}>
        <Select disabled>
          <option>{textOf(part.placeholder)}</option>
        </Select>
      </Field>
    );
  }
  return (
    <Field label={textOf(part.label)}>
      <RadioGroup disabled>
        {choices.map((title) => (
          <Radio key={title} value={title} label={title} />
        ))}
      </RadioGroup>
    </Field>
  );
}

function Actions({ parts }: { readonly parts: readonly Part[] }) {
  const styles = useStyles();
  if (parts.length === 0) return null;
  return (
    <div className={styles.actions}>
      {parts.map(({ title, style }) => (
        <Button key={textOf(title)} disabled appearance={style === "positive" ? "primary" : "secondary"}>
          {textOf(title)}
        </Button>
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
