interface Surroundings {
  readonly publicUrl: string;
  readonly teamsAppId: string | null;
}

/**
 * A personal tab opened inside Teams, which knows it by the app id of the manifest; a client that cannot opens the page.
 * Form: learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application (2025).
 * @param entityId as the manifest names the tab, which is also the page's path
 * @param subPage another page of ours, to be opened in that tab
 */
export function personalTabLink(
  { publicUrl, teamsAppId }: Surroundings,
  entityId: "my-kit" | "inventory",
  label: string,
  subPage: string | null = null,
): string {
  const page = new URL(`/tab/${subPage ?? entityId}`, publicUrl).href;
  if (teamsAppId === null) return page;
  const query = `webUrl=${encodeURIComponent(page)}&label=${encodeURIComponent(label)}${contextOf(subPage)}`;
  return `https://teams.microsoft.com/l/entity/${teamsAppId}/${entityId}?${query}`;
}

function contextOf(subPage: string | null): string {
  return subPage === null ? "" : `&context=${encodeURIComponent(JSON.stringify({ subEntityId: subPage }))}`;
}
