import { defineConfig } from 'wxt';
import { holdsOf } from './lib/rules/can-fire';
import { bakedDesks, hostPattern } from './lib/settings/desk-list';
import { sites } from './lib/sites/all';
import { insidePractice } from './lib/sites/practice/inside';
import { partsOf, siteScript } from './lib/sites/runtime';

/** Desks that a company bakes into its own build: `https://rt.example.com=request-tracker,…`. None as shipped. */
const desks = bakedDesks(
  process.env.BATON_DESKS ?? '',
  sites.map(({ id }) => id),
);

const parts = Object.fromEntries(sites.map((site) => [site.id, partsOf(site)]));
/** What can be held on each site's desks: the background knows sites by name alone, and says it when a desk is allowed. */
const holds = Object.fromEntries(sites.map((site) => [site.id, holdsOf(site)]));

/**
 * Opens Baton. Alt with Shift types nothing, and K is no letter of a menu in Firefox (H opens its Help, B its bookmarks) and no key of
 * the desks that Baton knows. On a Mac that types, so there it is another pair. People change it in their browser.
 */
const SHORTCUT = { default: 'Alt+Shift+K', mac: 'MacCtrl+Shift+K' };

/** The public half of the key that fixes the extension's id, so that policies can name it. */
const CHROMIUM_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAjnHUURLNTGTQo97WUEv/3gZKoSEA5MIEw1wCdkHOPxLFt2uLMuh40ShqcwmJstTyZgDaRWOfPH2s5uKsz0xFN8CWVytGOAxi21/elgbOZ8zicgMnec8aOxVEA70rVhi5E9LRnSb7+olI84u0/VwFExFbhk3fSEDSPs42rxGsVMmVnn8+Oh1/xoE1JlqNXIwj/Mt8b9nWjqs+dw8UvxztrgKPK+yPa0P9tB9pbs0QyiN8DGTYNmJgP2suRWCDL9gv3AxilJSQE78oc4G/UynTo/atl7kiMvhg2u9Z0iNeJ+9LLFA09SUMrcebx4bILLhYwfhCyZuK9AcnsFnHAot7gQIDAQAB';

export default defineConfig({
  outDir: process.env.BATON_OUT ?? '.output',
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  imports: false,
  vite: () => ({
    define: {
      __BATON_DESKS__: JSON.stringify(desks),
      __BATON_PARTS__: JSON.stringify(parts),
      __BATON_HOLDS__: JSON.stringify(holds),
      __BATON_WELCOME__: JSON.stringify(process.env.BATON_WELCOME !== '0'),
    },
    // The oldest browsers that the manifest takes: older targets would have light-dark() rewritten into what a closed root cannot use.
    build: { target: ['chrome138', 'firefox147'], modulePreload: { polyfill: false } },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'alarms', 'activeTab'],
    host_permissions: [...new Set(desks.map(({ origin }) => hostPattern(origin)))],
    optional_host_permissions: ['*://*/*'],
    // The background alone asks the company's source of playbooks, over https; every page of ours forbids itself to ask anybody (its own policy).
    content_security_policy: {
      extension_pages:
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src https:; object-src 'none'; base-uri 'none'; form-action 'none'",
    },
    // They are frames in desks that the person allows later, so the list cannot name those. Framed by anybody else they show nothing.
    web_accessible_resources: [
      { resources: ['panel.html', 'lesson.html'], matches: ['*://*/*'], use_dynamic_url: true },
    ],
    commands: { _execute_action: { suggested_key: SHORTCUT } },
    incognito: 'not_allowed',
    // What a company's policy may hold; Firefox takes any policy as it is.
    ...(browser === 'chrome'
      ? { key: CHROMIUM_KEY, minimum_chrome_version: '138', storage: { managed_schema: 'policy.json' } }
      : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'baton@baton.example',
              strict_min_version: '147.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {}),
  }),
  hooks: {
    // Each site's data goes out as a script of its own: the background registers it with the gate for the hosts that need it.
    'build:publicAssets': (_, files) => {
      for (const site of sites) files.push({ relativeDest: `sites/${site.id}.js`, contents: siteScript(site) });
      files.push({ relativeDest: 'sites/practice-inside.js', contents: siteScript(insidePractice) });
    },
  },
});
