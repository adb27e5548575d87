import { useState } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import type { SurveyAnswer } from "../../src/contracts/survey-contract";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ErrorState } from "../shell/error-state";
import { keptSearch } from "../shell/kept-address";
import { LoadingState } from "../shell/loading-state";
import { NotFoundPage } from "../shell/not-found-page";
import { PageHeader } from "../shell/page-header";
import { emptyFields, fieldsOf } from "./survey-draft";
import { SurveyEditor } from "./survey-editor";
import { useSave, useSurvey } from "./use-surveys";

/** A new survey, or a draft of one. */
export function SurveyEditorPage() {
  const { can } = useMe();
  const { id } = useParams();
  if (!can["survey.change"]) return <NotFoundPage />;
  return id === undefined ? <Editor survey={null} /> : <Existing id={id} />;
}

function Existing({ id }: { readonly id: string }) {
  const query = useSurvey(id);
  if (query.isPending) return <LoadingState rows={4} rowHeight={64} />;
  if (query.isError) return <ErrorState problem={query.error} onRetry={() => void query.refetch()} />;
  return query.data.state === "draft" ? <Editor survey={query.data} /> : <NotFoundPage />;
}

function Editor({ survey }: { readonly survey: SurveyAnswer | null }) {
  const text = useText();
  const navigate = useNavigate();
  const { search } = useLocation();
  const save = useSave(survey);
  const [start] = useState(() =>
    survey === null ? emptyFields(new Date()) : fieldsOf(survey, (id) => id, new Date()),
  );
  const goTo = (pathname: string) => void navigate({ pathname, search: keptSearch(search) });
  return (
    <>
      <PageHeader title={survey?.title ?? text("confidence.new")} />
      <SurveyEditor
        start={start}
        least={survey?.minimumGroup ?? null}
        saving={save.isPending}
        problem={save.error}
        onCancel={() => goTo(survey === null ? "/surveys" : `/surveys/${encodeURIComponent(survey.id)}`)}
        onSave={(wanted) =>
          save.mutate(wanted, { onSuccess: ({ id }) => goTo(`/surveys/${encodeURIComponent(id)}`) })
        }
      />
    </>
  );
}
