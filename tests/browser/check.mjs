// Looks at pages in Chromium: axe-core in five modes, nothing wider than the screen, nothing asked of the network,
// and slides that fit three projectors. usage: CHROMIUM=… node check.mjs page.html …; exit 1 if anything was found.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";

const here = createRequire(`${process.cwd()}/`);
const { chromium } = here("playwright-core");
const axe = readFileSync(here.resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const MODES = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "forced colours": { forcedColors: "active" },
  "320 px": { viewport: { width: 320, height: 800 } },
  print: {},
};
const PROJECTORS = [[1024, 768], [1280, 720], [1920, 1080]];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});

async function open(file, options) {
  const context = await browser.newContext({ bypassCSP: true, ...options });
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => /^(file|data):/.test(request.url()) || asked.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  return { context, page, asked };
}

// Tables that are stacked on a narrow screen have to be tables for a screen reader all the same.
async function lostTables(context, page) {
  const session = await context.newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const heard = nodes.filter((node) => node.role?.value === "table").length;
  const there = await page.locator("table").count();
  return heard < there ? [`${there} tables, of which a screen reader hears ${heard}`] : [];
}

async function inMode(file, mode) {
  const { context, page, asked } = await open(file, MODES[mode]);
  if (mode === "print") await page.emulateMedia({ media: "print" });
  await page.evaluate(axe);
  const { violations } = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: values, resultTypes: ["violations"] }), RULES);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const tables = await lostTables(context, page);
  await context.close();
  return [
    ...tables,
    ...violations.map((found) => `${found.id}: ${found.help}; ${found.nodes.length} times, e.g. ${found.nodes[0].html.slice(0, 200)}`),
    ...(wider > 0 && mode !== "print" ? [`${wider} px wider than the screen`] : []),
    ...asked.map((address) => `asks for ${address}`),
  ];
}

async function onProjector(file, [width, height]) {
  const { context, page } = await open(file, { viewport: { width, height } });
  const found = await page.evaluate((high) =>
    [...document.querySelectorAll("section")]
      .filter((slide) => slide.getBoundingClientRect().height > high + 1)
      .map((slide) => `${slide.id} is ${Math.round(slide.getBoundingClientRect().height)} px high`), height);
  await context.close();
  return found;
}

let problems = 0;
function tell(file, where, found) {
  problems += found.length;
  for (const line of found) console.log(`${basename(file)} [${where}] ${line}`);
}

for (const file of process.argv.slice(2)) {
  const modes = Object.keys(MODES);
  const found = await Promise.all(modes.map((mode) => inMode(file, mode)));
  modes.forEach((mode, place) => tell(file, mode, found[place]));
  if (basename(file).startsWith("slides")) {
    for (const size of PROJECTORS) tell(file, size.join("×"), await onProjector(file, size));
  }
  console.log(`${basename(file)}: looked at in ${modes.join(", ")}`);
}
await browser.close();
process.exit(problems ? 1 : 0);
