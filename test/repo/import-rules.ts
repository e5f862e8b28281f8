// Which way imports run (lib/README.md), as rules of dependency-cruiser. TypeScript 7 has no API for it to parse with, so it parses with swc.
import { cruise, type ICruiseResult, type IFlattenedRuleSet, type IModule } from 'dependency-cruiser';

/** What each folder of lib may import beside itself: other folders, and packages. */
const LIB: Record<string, { lib?: string[]; packages?: string[] }> = {
  model: { packages: ['zod'] },
  rules: { lib: ['model'], packages: ['@noble/hashes', 're2js'] },
  sites: { lib: ['model'] },
  capture: { lib: ['model', 'sites'] },
  gate: { lib: ['model', 'rules', 'capture', 'messages', 'words'], packages: ['@0no-co/graphql.web'] },
  overlay: { lib: ['model', 'messages', 'words', 'capture'] },
  messages: { lib: ['model'], packages: ['zod'] },
  store: { lib: ['model', 'rules'], packages: ['dexie', 'dexie-react-hooks', 'react', 'zod'] },
  settings: { lib: ['model'], packages: ['react', 'wxt', 'zod'] },
  playbooks: { lib: ['model', 'rules', 'store', 'settings'], packages: ['jsonc-parser', 'wxt', 'zod'] },
  service: {
    lib: ['model', 'rules', 'store', 'settings', 'playbooks', 'messages', 'words', 'teach'],
    packages: ['@noble/hashes', 'wxt', 'zod'],
  },
  teach: { lib: ['model', 'capture', 'gate', 'sites', 'overlay', 'messages', 'words'], packages: ['@medv/finder'] },
  audit: { lib: ['model', 'rules'] },
  words: {},
};
export const LIB_FOLDERS = Object.keys(LIB);

const any = (names: readonly string[]) => `(${names.join('|')})`;
const packages = (names: readonly string[]) => `^node_modules/${any(names)}/`;

const allowed = [
  ...Object.entries(LIB).flatMap(([folder, { lib = [], packages: npm = [] }]) => [
    ...(folder === 'sites' ? [] : [{ from: { path: `^lib/${folder}/` }, to: { path: `^lib/${folder}/` } }]),
    ...(lib.length > 0 ? [{ from: { path: `^lib/${folder}/` }, to: { path: `^lib/${any(lib)}/` } }] : []),
    ...(npm.length > 0 ? [{ from: { path: `^lib/${folder}/` }, to: { path: packages(npm) } }] : []),
  ]),
  // No site uses another: only the list of them, and what is made of all, see several.
  { from: { path: '^lib/sites/([^/]+)/' }, to: { path: '^lib/sites/$1/' } },
  { from: { path: '^lib/sites/[^/]+\\.ts$' }, to: { path: '^lib/sites/' } },
  // What a person taught goes into pages as the build's own sites do.
  { from: { path: '^lib/service/' }, to: { path: '^lib/sites/runtime\\.ts$' } },
  // A company's policy holds the files of sites and of playbooks.
  { from: { path: '^lib/settings/' }, to: { path: '^lib/(teach|playbooks)/file\\.ts$' } },
  // Popup and welcome tell the background of a desk in the press that asks for it.
  { from: { path: '^lib/settings/allow\\.ts$' }, to: { path: '^lib/messages/client\\.ts$' } },
  // How gate and overlay of one page find each other.
  { from: { path: '^lib/overlay/' }, to: { path: '^lib/gate/shared\\.ts$' } },
  // The keys of the sentences are a type made from the English ones.
  { from: { path: '^lib/words/say\\.ts$' }, to: { path: '^public/_locales/en/messages\\.json$' } },
  { from: { path: '^components/' }, to: { path: `^(components/|lib/${any(['model', 'rules', 'audit', 'words'])}/)` } },
  { from: { path: '^components/' }, to: { path: packages(['react', '@dnd-kit']) } },
  { from: { path: '^entrypoints/' }, to: { path: '^(components|lib)/' } },
  { from: { path: '^entrypoints/([^/]+)/' }, to: { path: '^entrypoints/$1/' } },
  { from: { path: '^entrypoints/' }, to: { path: packages(['react', 'react-dom', 'wxt']) } },
];

/** Scripts that run in a desk's page. */
const IN_PAGE = '^entrypoints/(wire|gate|overlay|teach)\\.ts$';
const forbidden = [
  {
    name: 'service-is-the-background',
    from: { path: '^(entrypoints|components)/', pathNot: '^entrypoints/background\\.ts$' },
    to: { path: '^lib/service/' },
  },
  {
    name: 'page-scripts-only-start',
    from: { path: IN_PAGE },
    to: { path: '^(lib|components)/', pathNot: '^lib/(gate|overlay|teach/page)/' },
  },
  {
    name: 'schemas-stay-out-of-pages',
    from: { path: '^lib/(gate|capture|overlay|teach/page)/' },
    to: { path: '^lib/model/', pathNot: '^lib/model/case-key\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'sites-are-data',
    from: { path: '^lib/sites/[^/]+/' },
    // What stands for all cases is a word of the model.
    to: { dependencyTypesNot: ['type-only'], pathNot: '^lib/(sites/|model/case-key)' },
  },
  {
    name: 'the-protocol-stays-out-of-pages',
    from: { path: '^lib/(gate|overlay|teach/page)/' },
    to: { path: '^lib/messages/(protocol|teach-protocol|shapes|server)\\.ts$', dependencyTypesNot: ['type-only'] },
  },
];

/** What no script of a page reaches at run time, in however many steps. */
const NEVER_IN_PAGES: Record<string, RegExp> = {
  'no-weight-in-pages': /^node_modules\/(?!wxt\/|@medv\/finder\/)/,
  'no-store-in-pages': /^lib\/(store|settings|service)\//,
};

/** dependency-cruiser's own `reachable` follows imports of types too, which the build takes out: so this walks its result. */
function reachedFromPages(modules: readonly IModule[]): string[] {
  const bySource = new Map(modules.map((module) => [module.source, module]));
  const seen = new Set<string>();
  const walk = (source: string): void => {
    if (seen.has(source)) return;
    seen.add(source);
    for (const { resolved, dependencyTypes } of bySource.get(source)?.dependencies ?? [])
      if (!dependencyTypes.includes('type-only')) walk(resolved);
  };
  for (const { source } of modules) if (new RegExp(IN_PAGE).test(source)) walk(source);
  return Object.entries(NEVER_IN_PAGES).flatMap(([name, path]) =>
    [...seen].filter((source) => path.test(source)).map((source) => `${name}: a script of the page → ${source}`),
  );
}

/** Every import that breaks a rule, as "rule: from → to". */
export async function brokenImports(baseDir: string): Promise<{ broken: string[]; modules: number }> {
  const ruleSet = {
    allowed,
    allowedSeverity: 'error',
    forbidden: forbidden.map((rule) => ({ ...rule, severity: 'error' })),
  } as IFlattenedRuleSet;
  const { output } = await cruise(['lib', 'components', 'entrypoints'], {
    baseDir,
    ruleSet,
    validate: true,
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.css', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types'],
    },
  });
  const { summary, modules } = output as ICruiseResult;
  const broken = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  return { broken: [...new Set([...broken, ...reachedFromPages(modules)])].sort(), modules: modules.length };
}
