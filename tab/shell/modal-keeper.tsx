import { useFocusFinders } from "@fluentui/react-components";

/**
 * Keeps alive what hides the page from screen readers while a dialog is open. Fluent ends it with its last user, at
 * once; where that is the dialog itself nobody would be left to show the page again.
 */
export function ModalKeeper() {
  useFocusFinders();
  return null;
}
