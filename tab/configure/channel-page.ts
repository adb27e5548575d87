/** Pages that a channel tab may show. */
export const channelPages = ["inventory", "checkIns", "myKit"] as const;
export type ChannelPage = (typeof channelPages)[number];

export const channelPaths: Readonly<Record<ChannelPage, string>> = {
  inventory: "/tab/inventory",
  checkIns: "/tab/check-ins",
  myKit: "/tab/my-kit",
};

export function isChannelPage(value: string): value is ChannelPage {
  return channelPages.some((page) => page === value);
}
