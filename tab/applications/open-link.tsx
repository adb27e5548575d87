import { Link } from "@fluentui/react-components";

interface OpenLinkProps {
  readonly name: string;
  readonly onOpen: () => void;
  /** -1 where the row around it opens them too. */
  readonly tabIndex?: number;
}

/** The name of an application that opens its details. */
export function OpenLink({ name, onOpen, tabIndex = 0 }: OpenLinkProps) {
  return (
    <Link as="button" tabIndex={tabIndex} onClick={onOpen}>
      {name}
    </Link>
  );
}
