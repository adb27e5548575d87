import {
  Button,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { DirectoryGroupAnswer, HomeTeamAnswer } from "../../../src/contracts/home-team-contract";
import { type HomeRuleKind, homeRuleKinds } from "../../../src/domain/graph-sync/home-rule";
import { useText } from "../../language/use-text";
import { useMe } from "../../session/session";
import { ErrorState } from "../../shell/error-state";
import { LoadingState } from "../../shell/loading-state";
import { ProblemMessage } from "../../shell/problem-message";
import { Origin, SettingSection } from "../setting-section";
import { GroupChoice } from "./group-choice";
import { HomeTeamPreview } from "./home-team-preview";
import { useChangeHomeTeam, useHomeTeam, usePreviewHomeTeam } from "./use-home-team";

const useStyles = makeStyles({
  form: { display: "grid", rowGap: tokens.spacingVerticalM, minWidth: 0 },
  reason: { maxWidth: "480px" },
  actions: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
});

/** From where the sync takes home teams, with what another rule would change. */
export function HomeTeamSection() {
  const text = useText();
  const rule = useHomeTeam();
  return (
    <SettingSection title={text("sync.home.title")} text={text("sync.home.text")}>
      {rule.isPending && <LoadingState rows={3} />}
      {rule.isError && <ErrorState problem={rule.error} onRetry={() => void rule.refetch()} />}
      {rule.data && <HomeTeamForm rule={rule.data} />}
    </SettingSection>
  );
}

interface Typed {
  readonly by?: HomeRuleKind;
  readonly groups?: readonly DirectoryGroupAnswer[];
}

function HomeTeamForm({ rule }: { readonly rule: HomeTeamAnswer }) {
  const text = useText();
  const styles = useStyles();
  const readOnly = !useMe().can["home-team.change"];
  const [typed, setTyped] = useState<Typed>({});
  const [reason, setReason] = useState("");
  const preview = usePreviewHomeTeam();
  const save = useChangeHomeTeam();
  const { by, groups } = { by: rule.by, groups: rule.groups, ...typed };
  const groupIds = by === "group" ? groups.map(({ id }) => id) : [];
  const unchanged = by === rule.by && groupIds.join(" ") === rule.groupIds.join(" ");
  const unfinished = by === "group" && groupIds.length === 0;
  const change = (wanted: Typed) => {
    preview.reset();
    save.reset();
    setTyped((before) => ({ ...before, ...wanted }));
  };
  const submit = () => {
    if (unchanged || unfinished || save.isPending) return;
    const why = reason.trim() === "" ? {} : { reason: reason.trim() };
    const forget = () => {
      setTyped({});
      setReason("");
    };
    save.mutate({ by, groupIds, ...why }, { onSuccess: forget });
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Origin setting={rule} />
      {save.error !== null && <ProblemMessage title={text("setting.failed")} problem={save.error} />}
      <RuleChoice by={by} readOnly={readOnly} onChange={(wanted) => change({ by: wanted })} />
      {by === "group" && rule.groupsKnown === null && <Text>{text("sync.home.noGroups")}</Text>}
      {by === "group" && rule.groupsKnown !== null && (
        <GroupChoice chosen={groups} readOnly={readOnly} onChange={(chosen) => change({ groups: chosen })} />
      )}
      {!readOnly && !unchanged && (
        <Field className={styles.reason} label={text("sync.home.reason")}>
          <Input maxLength={500} value={reason} onChange={(_, { value }) => setReason(value)} />
        </Field>
      )}
      {!readOnly && (
        <div className={styles.actions}>
          <Button
            disabledFocusable={unfinished || preview.isPending}
            onClick={() => preview.mutate({ by, groupIds })}
          >
            {text("sync.home.preview")}
          </Button>
          <Button
            type="submit"
            appearance="primary"
            disabledFocusable={unchanged || unfinished || save.isPending}
          >
            {text("sync.home.save")}
          </Button>
          <Text role="status">{save.data && unchanged ? text("sync.home.saved") : ""}</Text>
        </div>
      )}
      {preview.error !== null && (
        <ProblemMessage title={text("sync.home.previewFailed")} problem={preview.error} />
      )}
      {preview.data && <HomeTeamPreview preview={preview.data} />}
    </form>
  );
}

interface RuleChoiceProps {
  readonly by: HomeRuleKind;
  readonly readOnly: boolean;
  readonly onChange: (by: HomeRuleKind) => void;
}

function RuleChoice({ by, readOnly, onChange }: RuleChoiceProps) {
  const text = useText();
  return (
    <Field label={text("sync.home.by")} hint={text(`sync.home.by.${by}Hint`)}>
      <RadioGroup
        value={by}
        disabled={readOnly}
        onChange={(_, { value }) => {
          const wanted = homeRuleKinds.find((kind) => kind === value);
          if (wanted !== undefined) onChange(wanted);
        }}
      >
        {homeRuleKinds.map((kind) => (
          <Radio key={kind} value={kind} label={text(`sync.home.by.${kind}`)} />
        ))}
      </RadioGroup>
    </Field>
  );
}
