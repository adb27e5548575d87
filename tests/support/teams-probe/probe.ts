import { app, authentication, pages } from "@microsoft/teams-js";

/** The smallest tab: shows what the host tells it, so that a test sees whether the test host speaks as Teams does. */
async function start(): Promise<void> {
  const output = document.querySelector("output");
  if (output === null) return;
  const show = (name: string, value: string) => {
    output.dataset[name] = value;
  };
  try {
    await app.initialize();
  } catch (error) {
    show("failed", String(error));
    return;
  }
  const context = await app.getContext();
  show("theme", context.app.theme);
  show("locale", context.app.locale);
  show("page", context.page.id);
  show("frameContext", context.page.frameContext);
  app.registerOnThemeChangeHandler((theme) => show("theme", theme));
  await authentication.getAuthToken().then(
    (token) => show("token", token),
    (error) => show("refused", String(error)),
  );
  if (context.page.frameContext === "settings") offerSettings();
  await app.notifySuccess();
  show("ready", "yes");
}

function offerSettings(): void {
  pages.config.registerOnSaveHandler(async (event) => {
    await pages.config.setConfig({ entityId: "inventory", contentUrl: `${location.origin}/tab/inventory` });
    event.notifySuccess();
  });
  pages.config.setValidityState(true);
}

void start();
