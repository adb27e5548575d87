import { Button, makeStyles, Radio, RadioGroup, Text, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import { type Language, languages } from "../../src/domain/conversation";
import { CardDrawing } from "../check-ins/card-drawing";
import { Section } from "../inventory/details/section";
import { useLanguage, useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { SurveyAnswerForm } from "./survey-answer-form";
import { previewOf, type SurveyFields } from "./survey-draft";
import { type Previewed, useSurveyCard } from "./use-surveys";

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  card: { maxWidth: "560px", minWidth: 0 },
  page: {
    boxSizing: "border-box",
    display: "grid",
    gap: tokens.spacingVerticalM,
    maxWidth: "880px",
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  opener: { justifySelf: "start" },
});

/** What the editor's fields would ask, when it is wanted. */
export function EditorPreview({ fields }: { readonly fields: SurveyFields }) {
  const styles = useStyles();
  const text = useText();
  const [shown, setShown] = useState(false);
  const previewed = previewOf(fields);
  const open = shown && previewed !== null;
  return (
    <div className={styles.root}>
      <Button
        className={styles.opener}
        aria-expanded={open}
        disabledFocusable={previewed === null}
        onClick={() => setShown((before) => !before)}
      >
        {text(open ? "surveyPage.preview.hide" : "surveyPage.preview.show")}
      </Button>
      {previewed === null && <Text>{text("surveyPage.preview.needs")}</Text>}
      {open && <SurveyPreview previewed={previewed} card />}
    </div>
  );
}

interface Props {
  readonly previewed: Previewed;
  /** Whether the reader may see the card, which is made for those who ask. */
  readonly card: boolean;
}

/** A survey as people get it, in the language of theirs that is chosen. */
export function SurveyPreview({ previewed, card }: Props) {
  const styles = useStyles();
  const text = useText();
  const own = useLanguage();
  const [language, setLanguage] = useState<Language>(own);
  const english = previewed.items.filter((item) => item.text.cy === null).length;
  return (
    <div className={styles.root}>
      <RadioGroup
        layout="horizontal"
        aria-label={text("surveyPage.preview.language")}
        value={language}
        onChange={(_, { value }) => setLanguage(languages.find((each) => each === value) ?? own)}
      >
        {languages.map((each) => (
          <Radio key={each} value={each} label={text(`sending.preview.${each}`)} />
        ))}
      </RadioGroup>
      {language === "cy" && english > 0 && (
        <Text>{text("surveyPage.preview.noWelsh", { count: english })}</Text>
      )}
      {card && <AsCard previewed={previewed} language={language} />}
      <AsPage previewed={previewed} language={language} />
    </div>
  );
}

interface In {
  readonly previewed: Previewed;
  readonly language: Language;
}

function AsCard({ previewed, language }: In) {
  const styles = useStyles();
  const text = useText();
  const query = useSurveyCard(previewed, language);
  return (
    <Section level={2} title={text("surveyPage.preview.card")}>
      {query.isError && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && (
        <div className={styles.card}>
          <CardDrawing card={query.data.card} label={text("surveyPage.preview.card")} />
        </div>
      )}
    </Section>
  );
}

function AsPage({ previewed, language }: In) {
  const text = useText();
  const { i18n } = useTranslation();
  const theirs = useMemo(() => i18n.cloneInstance({ lng: language }), [i18n, language]);
  return (
    <Section level={2} title={text("surveyPage.preview.page")}>
      <I18nextProvider i18n={theirs}>
        <Answering previewed={previewed} language={language} />
      </I18nextProvider>
    </Section>
  );
}

function Answering({ previewed, language }: In) {
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.page} lang={language}>
      <Text weight="semibold">{previewed.title}</Text>
      <Text>{text("survey.confidential", { minimum: previewed.minimumGroup })}</Text>
      <Text>{text("survey.how")}</Text>
      <SurveyAnswerForm
        items={previewed.items}
        comments={previewed.comments}
        before={null}
        sending={false}
        problem={null}
        onSend={null}
      />
    </div>
  );
}
