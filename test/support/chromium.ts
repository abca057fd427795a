import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** Chromium reads the last such list alone, so these are playwright's own, and after them the pages of its address bar: two processes a window. */
const features = [
  ...['AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose'],
  ...['HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades', 'LensOverlay', 'MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints'],
  ...['PaintHolding', 'PreconnectToSearch', 'ThirdPartyStoragePartitioning'],
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
]

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${features.join(',')}`,
  // Date fields are drawn in the browser's language, not the page's: Norwegian here, as at the desks it is for (Debian: with chromium-l10n).
  '--lang=nb-NO',
]

/** A browser for journeys: CHROMIUM, what the system has, or what playwright downloaded. Throws, saying how to get one. Whoever opens it closes it. */
export const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: [...flags], env: { ...process.env, LANGUAGE: 'nb' } })

/** Where Chromium is on this machine. */
export const chromiumPath = (): string => {
  const named = process.env.CHROMIUM
  if (named) {
    if (!isProgram(named)) throw new Error(`CHROMIUM names ${named}, which is no program. ${cure}`)
    return named
  }
  const found = [...onPath, ...atFixedPlaces, chromium.executablePath()].find(isProgram)
  if (!found) throw new Error(`No Chromium was found. ${cure}`)
  return found
}

const cure =
  'Install one (Debian: apt install chromium; macOS: brew install --cask chromium), run `npx playwright-core install chromium`, or set CHROMIUM to its path.'

const onPath = (process.env.PATH ?? '')
  .split(delimiter)
  .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => join(folder, name)))

const atFixedPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
