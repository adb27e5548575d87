import type { TeamStatus } from "../../src/services/team-status";
import { type Card, type CardSetting, card, foreign, openMyKit, paragraph, title } from "./card";
import { personalTabLink } from "./personal-tab-link";

export const mostTeamsOnCard = 8;

/** Numbers only: who has not answered or confirmed is nothing for a chat. */
export function teamStatusCard(setting: CardSetting, { total, teams }: TeamStatus): Card {
  if (total === 0)
    return card(setting, [paragraph(setting.text("bot.teamStatusNone"))], [openMyKit(setting)]);
  const shown = teams.length;
  const body = [
    title(setting.text("bot.teamStatusTitle")),
    ...(total > shown ? [paragraph(setting.text("bot.teamStatusMore", { total, shown }))] : []),
    ...teams.flatMap(({ team, people, devices }) => [
      { ...foreign([team.name], { weight: "Bolder" }), separator: true, spacing: "Medium" },
      paragraph(
        setting.text("bot.teamStatusPeople", { people: people.active, without: people.withoutDevice }),
        {
          spacing: "Small",
        },
      ),
      paragraph(
        setting.text("bot.teamStatusDevices", { devices: devices.total, unconfirmed: devices.unconfirmed }),
        { spacing: "Small" },
      ),
    ]),
  ];
  const label = setting.text("bot.openTeams");
  const url = personalTabLink(setting, "inventory", label, "teams");
  return card(setting, body, [{ type: "Action.OpenUrl", title: label, url }]);
}
