import { Field, Select } from "@fluentui/react-components";
import { useText } from "../language/use-text";
import { useWords } from "./course-words";
import { useEveryCourse } from "./use-courses";

interface Props {
  /** Null is of none. */
  readonly value: string | null;
  readonly onChange: (courseId: string | null) => void;
}

/** Which course a session is of; nothing where none is offered. */
export function CourseField({ value, onChange }: Props) {
  const text = useText();
  const words = useWords();
  const { data = [] } = useEveryCourse();
  if (data.length === 0) return null;
  return (
    <Field label={text("course.field")}>
      <Select value={value ?? ""} onChange={(_, { value: id }) => onChange(id || null)}>
        <option value="">{text("course.fieldNone")}</option>
        {data.map(({ id, title }) => (
          <option key={id} value={id}>
            {words(title)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
