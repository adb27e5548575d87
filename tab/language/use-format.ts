import { useMemo } from "react";
import { type Format, formatOf } from "./formatting";
import { useText } from "./use-text";

export function useFormat(): Format {
  const text = useText();
  return useMemo(() => formatOf(text), [text]);
}
