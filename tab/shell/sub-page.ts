/** A page and the ids below it, such as `check-ins/<id>`, or one device: no other query, no other origin, no way up. */
const pathWithin = /^([a-z-]+(\/[A-Za-z0-9-]+)*|inventory\?device=[A-Za-z0-9-]+)$/;

/** Where in the tab a deep link's `subPageId` leads; null for what names no page, since anybody can write a link. */
export function addressOfSubPage(subPage: string | null): string | null {
  return subPage !== null && pathWithin.test(subPage) ? `/tab/${subPage}` : null;
}
