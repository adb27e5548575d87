import { SearchBox } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { useText } from "../language/use-text";

/** Long enough for a word to be typed, short enough to feel answered. */
const pauseMs = 250;

interface DeviceSearchProps {
  readonly value: string;
  readonly onChange: (search: string) => void;
  readonly className?: string;
  /** What it looks through; that of devices if left out. */
  readonly placeholder?: string;
}

/** Asks when the typing pauses; what the address says otherwise (back button, cleared filters) comes back in. */
export function DeviceSearch({ value, onChange, className, placeholder }: DeviceSearchProps) {
  const text = useText();
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => {
    if (typed === told.current) return;
    const tell = setTimeout(() => {
      told.current = typed;
      onChange(typed);
    }, pauseMs);
    return () => clearTimeout(tell);
  }, [typed, onChange]);
  return (
    <SearchBox
      className={className}
      aria-label={text("inventory.search")}
      placeholder={placeholder ?? text("inventory.searchPlaceholder")}
      dismiss={{ "aria-label": text("inventory.clearChoice") }}
      maxLength={200}
      value={typed}
      onChange={(_, data) => setTyped(data.value)}
    />
  );
}
