import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
} from "@fluentui/react-components";
import { PersonSwapRegular } from "@fluentui/react-icons/svg/person-swap";
import { languages } from "../../src/contracts/text/bilingual";
import { chooseLanguage, languageOf } from "../language/i18n";
import { useLanguage, useText } from "../language/use-text";
import { useSession } from "../session/session";

interface Props {
  readonly target: HTMLElement;
  readonly onClose: () => void;
}

/** The language, and in local mode the way back to the picker. */
export function PersonMenuOpen({ target, onClose }: Props) {
  const text = useText();
  const { session, actions } = useSession();
  const language = useLanguage();
  return (
    <Menu open positioning={{ target, position: "below", align: "end" }} onOpenChange={onClose}>
      <MenuPopover>
        <MenuList
          checkedValues={{ language: [language] }}
          onCheckedValueChange={(_, { checkedItems }) => void chooseLanguage(languageOf(checkedItems[0]))}
        >
          <MenuGroup>
            <MenuGroupHeader>{text("shell.language.label")}</MenuGroupHeader>
            {languages.map((each) => (
              <MenuItemRadio key={each} name="language" value={each} lang={each}>
                {text(`shell.language.${each}`)}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          {session.state === "signed-in" && session.local && (
            <>
              <MenuDivider />
              <MenuItem icon={<PersonSwapRegular />} onClick={actions.chooseAgain}>
                {text("shell.person.other")}
              </MenuItem>
            </>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
