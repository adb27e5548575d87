import { mostTries } from "../domain/graph-sync/after-failure";
import { nextPage } from "../domain/graph-sync/page-link";
import { realOrigins } from "../platform/microsoft-origins";
import { type GraphConnection, getJson, type Json } from "./graph-caller";
import { GraphFailed, GraphPlaceLost } from "./graph-problem";

export interface PageReader {
  /** Forgets what came so far: the list is read from its beginning, the first time too. */
  begin(): Promise<void>;
  page(items: readonly Json[]): Promise<void>;
}

export interface ListEnd {
  readonly pages: number;
  readonly deltaLink: string | null;
}

/**
 * Reads a list to its end, page by page. Lists that lose their place, turn in a circle or lead away from Graph are read
 * anew a few times; objects may come twice.
 * @throws GraphNotPermitted, GraphFailed
 */
export async function readList(graph: GraphConnection, path: string, reader: PageReader): Promise<ListEnd> {
  for (let tries = 1; ; tries++) {
    await reader.begin();
    try {
      return await readOnce(graph, path, reader);
    } catch (error) {
      if (!(error instanceof GraphPlaceLost)) throw error;
      if (tries >= mostTries) throw new GraphFailed(error.message);
    }
  }
}

/**
 * Reads what changed since a delta link was handed out. A list that loses its place on the way is read anew, but a link
 * that leads nowhere any more is told at once: only a whole reading helps then.
 * @throws GraphNotPermitted, GraphFailed, GraphPlaceLost
 */
export async function readChanges(
  graph: GraphConnection,
  deltaLink: string,
  reader: PageReader,
): Promise<ListEnd> {
  let answered = false;
  const page = async (items: readonly Json[]) => {
    answered = true;
    await reader.page(items);
  };
  for (let tries = 1; ; tries++) {
    await reader.begin();
    try {
      return await readOnce(graph, deltaLink, { ...reader, page });
    } catch (error) {
      if (!(error instanceof GraphPlaceLost) || !answered) throw error;
      if (tries >= mostTries) throw new GraphFailed(error.message);
    }
  }
}

async function readOnce(graph: GraphConnection, path: string, reader: PageReader): Promise<ListEnd> {
  const seen = new Set<string>();
  for (let at = path, pages = 1; ; pages++) {
    const body = await getJson(graph, at);
    await reader.page(itemsOf(body));
    const link = followed(graph, linkIn(body, "@odata.nextLink"), seen);
    if (link === null) {
      const deltaLink = linkIn(body, "@odata.deltaLink");
      return { pages, deltaLink: deltaLink === null ? null : graph.transport.asGraphs(deltaLink) };
    }
    at = link;
  }
}

/**
 * The next link to read, or null at the end of the list.
 * @throws GraphPlaceLost for one that leads nowhere
 */
export function followed(graph: GraphConnection, link: string | null, seen: Set<string>): string | null {
  const next = nextPage(link && graph.transport.asGraphs(link), realOrigins.graph, seen);
  switch (next.kind) {
    case "end":
      return null;
    case "follow":
      seen.add(next.link);
      return next.link;
    case "foreign":
      throw new GraphPlaceLost("a link to the next page leads away from Graph");
    case "repeated":
      throw new GraphPlaceLost("the links between pages lead in a circle");
  }
}

/** @throws GraphPlaceLost for a page without a list */
export function itemsOf(body: Json): readonly Json[] {
  if (!Array.isArray(body.value)) throw new GraphPlaceLost("a page holds no list");
  return body.value as readonly Json[];
}

export function linkIn(body: Json, name: "@odata.nextLink" | "@odata.deltaLink"): string | null {
  const link = body[name];
  return typeof link === "string" ? link : null;
}
