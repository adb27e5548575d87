import { join } from "node:path";
import { ensureBuilt, ensureInstalled, root, run, say } from "./prepare.mjs";
import { runServer } from "./run-server.mjs";

/** Local mode: install and build if needed, seed once, serve. */
async function start() {
  await ensureInstalled();
  await ensureBuilt();
  await run(process.execPath, [join(root, "dist/server/scripts/seed.js"), "--if-empty"]);
  runServer("local", welcome);
}

function welcome(url) {
  say(`
  Open the tab:       ${url}/tab/
  Chat with the bot:  npm run playground   (in another terminal)
  Sign in as:         Priya Shah (IT manager), Amina Yusuf (administrator),
                      Owen Griffiths (manager of Housing Options), Cerys Morgan (staff), or anybody else;
                      the tab offers them, or POST ${url}/local/sign-in {"email":"priya.shah@llanfair.example"}
  Stop with Ctrl+C. The data stays.
`);
}

start().catch((fault) => {
  process.stderr.write(`${fault.message}\n`);
  process.exit(1);
});
