import { placeOf, type SearchHit } from "../../src/domain/search";
import { type Card, type CardSetting, card, foreign, longestSentence, quiet } from "./card";
import { personalTabLink } from "./personal-tab-link";

/** What a record is called, and what is told of it: nothing about who holds it, because anybody in a chat may read on. */
export function sharedRecordLines(
  setting: CardSetting,
  { kind, title, subtitle, state }: SearchHit,
): { readonly heading: string; readonly details: string } {
  const told = [
    setting.text(`compose.kind.${kind}`),
    subtitle,
    state === null ? null : setting.text(`search.state.${state}`),
  ];
  return { heading: title, details: told.filter((part) => part !== null && part !== "").join(" · ") };
}

/** A record that somebody shares from the compose box. Whoever opens it sees it only as far as they may. */
export function sharedRecordCard(setting: CardSetting, hit: SearchHit): Card {
  const { heading, details } = sharedRecordLines(setting, hit);
  const page = placeOf(hit, { kind: "everything" }).slice(1);
  const label = setting.text("compose.open");
  const open = {
    type: "Action.OpenUrl",
    title: label,
    url: personalTabLink(setting, "inventory", label, page),
  };
  const body = [
    foreign([heading], { weight: "Bolder", size: "Medium" }, longestSentence),
    foreign([details], {}, longestSentence),
    quiet(setting.text("compose.note")),
  ];
  return card(setting, body, [open]);
}
