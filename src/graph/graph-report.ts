import { askGraph, type GraphConnection } from "./graph-caller";

/**
 * The bytes of a usage report, which Graph keeps elsewhere: each try asks for a new address, because the old one
 * expires.
 * @param path such as `/reports/getOffice365ActiveUserDetail(period='D90')`
 * @throws GraphNotPermitted, GraphFailed
 */
export function readReport(graph: GraphConnection, path: string): Promise<string> {
  return askGraph(
    graph,
    async () => {
      const answer = await graph.transport.send(path);
      if (answer.status !== 302) return answer;
      return graph.transport.download(answer.headers.get("location") ?? "");
    },
    ({ text }) => {
      if (!/^\uFEFF?"?Report Refresh Date/.test(text)) throw new Error("the answer is no report");
      return text;
    },
  );
}
