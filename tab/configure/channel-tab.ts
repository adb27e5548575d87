import { pages } from "@microsoft/teams-js";
import { type ChannelPage, channelPaths } from "./channel-page";

/** Lets the host's Save button go, and tells the host what was chosen when it is pressed. */
export function offerChannelTab(page: ChannelPage, name: string): void {
  const address = new URL(channelPaths[page], window.location.origin).href;
  pages.config.registerOnSaveHandler((save) => {
    pages.config
      .setConfig({ entityId: page, contentUrl: address, websiteUrl: address, suggestedDisplayName: name })
      .then(
        () => save.notifySuccess(),
        (error: unknown) => save.notifyFailure(String(error)),
      );
  });
  pages.config.setValidityState(true);
}
