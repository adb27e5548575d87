/** Draws the PNG icons of the app package from their SVG sources, with the browser that the tests use. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("..", import.meta.url));
const finder = join(root, "tests", "support", "chromium.mjs");
const { executablePath, env } = JSON.parse(execFileSync(process.execPath, [finder], { encoding: "utf8" }));
const browser = await chromium.launch({
  executablePath,
  chromiumSandbox: false,
  env: { ...process.env, ...env },
});

for (const [name, size] of Object.entries({ color: 192, outline: 32 })) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = readFileSync(join(root, "appPackage", `${name}.svg`), "utf8");
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await page.screenshot({ path: join(root, "appPackage", `${name}.png`), omitBackground: true });
}
await browser.close();
