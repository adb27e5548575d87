import { Link } from "@fluentui/react-components";

interface OpenLinkProps {
  readonly name: string;
  readonly onOpen: () => void;
}

/** The name of an application that opens its details. */
export function OpenLink({ name, onOpen }: OpenLinkProps) {
  return (
    <Link as="button" onClick={onOpen}>
      {name}
    </Link>
  );
}
