import {
  Avatar,
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { PersonSwapRegular } from "@fluentui/react-icons/svg/person-swap";
import { languages } from "../../src/contracts/text/bilingual";
import { chooseLanguage, languageOf } from "../language/i18n";
import { useLanguage, useText } from "../language/use-text";
import { useMe, useSession } from "../session/session";
import { narrow } from "./theme";

const useStyles = makeStyles({
  trigger: { minWidth: 0, paddingRight: tokens.spacingHorizontalS },
  name: {
    marginLeft: tokens.spacingHorizontalS,
    [narrow]: { maxWidth: "140px" },
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
});

/** Who is signed in, the language, and in local mode the way back to the picker. */
export function PersonMenu() {
  const styles = useStyles();
  const text = useText();
  const { person } = useMe();
  const { session, actions } = useSession();
  const language = useLanguage();
  return (
    <Menu checkedValues={{ language: [language] }}>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          className={styles.trigger}
          aria-label={text("shell.person.menu", { name: person.name })}
        >
          <Avatar name={person.name} size={28} color="colorful" aria-hidden="true" />
          <span className={styles.name}>{person.name}</span>
        </Button>
      </MenuTrigger>
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
