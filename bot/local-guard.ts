import { isLoopbackHost } from "../src/platform/loopback";
import { type BotGuard, refuse } from "./bot-guard";
import { isLoopbackAddress, isLoopbackUrl } from "./loopback";

/**
 * The door of `AUTH=local`: no token, so nobody but programs on this machine. The Host header keeps out pages that
 * point a name of theirs at 127.0.0.1, the Origin header keeps out every other page in the same browser.
 */
export const localGuard: BotGuard = async (request) => {
  if (!isLoopbackAddress(request.socket.remoteAddress)) return refuse(403, "not from this machine");
  const host = request.headers.host ?? "";
  if (!URL.canParse(`http://${host}`) || !isLoopbackHost(new URL(`http://${host}`).hostname)) {
    return refuse(403, "host is not a loopback name");
  }
  if (!/^[\w.:[\]-]+$/.test(host)) return refuse(403, "host is not a plain name");
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`) return refuse(403, "foreign origin");
  return {
    admitted: true,
    judge: (activity) =>
      isLoopbackUrl(activity.serviceUrl) ? null : refuse(403, "service address is not on this machine"),
  };
};
