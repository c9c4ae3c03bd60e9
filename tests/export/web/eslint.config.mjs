// How our JavaScript is linted: the modules of the pages, and their tests.

const BROWSER = [
  "AbortController", "Audio", "Blob", "CSS", "CustomEvent", "DOMException", "Event", "File", "FileReader", "HTMLElement", "Image",
  "MediaMetadata", "MutationObserver", "ResizeObserver", "TextDecoder", "TextEncoder", "URL", "URLSearchParams", "Uint8Array",
  "addEventListener", "atob", "btoa", "cancelAnimationFrame", "clearInterval", "clearTimeout", "console", "crypto", "document",
  "getComputedStyle", "globalThis", "innerHeight", "innerWidth", "isSecureContext", "localStorage", "location", "matchMedia",
  "navigator", "performance", "queueMicrotask", "removeEventListener", "requestAnimationFrame", "setInterval", "setTimeout",
  "structuredClone", "window",
];
const NODE = ["Buffer", "URL", "console", "process", "setTimeout", "structuredClone"];

const globals = (names) => Object.fromEntries(names.map((name) => [name, "readonly"]));

const RULES = {
  "array-callback-return": "error",
  complexity: ["error", 10],
  "constructor-super": "error",
  curly: ["error", "multi-line"],
  "default-case-last": "error",
  eqeqeq: "error",
  "for-direction": "error",
  "getter-return": "error",
  "max-depth": ["error", 3],
  "max-lines": ["error", { max: 250 }],
  "max-lines-per-function": ["error", { max: 40, skipComments: true }],
  "max-params": ["error", 5],
  "no-async-promise-executor": "error",
  "no-cond-assign": "error",
  "no-const-assign": "error",
  "no-constant-condition": "error",
  "no-dupe-args": "error",
  "no-dupe-class-members": "error",
  "no-dupe-else-if": "error",
  "no-dupe-keys": "error",
  "no-duplicate-case": "error",
  "no-duplicate-imports": "error",
  "no-else-return": "error",
  "no-empty": "error",
  "no-eval": "error",
  "no-extend-native": "error",
  "no-fallthrough": "error",
  "no-func-assign": "error",
  "no-implicit-coercion": ["error", { boolean: false }],
  "no-implied-eval": "error",
  "no-import-assign": "error",
  "no-irregular-whitespace": "error",
  "no-loss-of-precision": "error",
  "no-new-func": "error",
  "no-param-reassign": "error",
  "no-promise-executor-return": "error",
  "no-prototype-builtins": "error",
  "no-redeclare": "error",
  "no-return-assign": "error",
  "no-self-assign": "error",
  "no-self-compare": "error",
  "no-sequences": "error",
  "no-shadow": "error",
  "no-sparse-arrays": "error",
  "no-template-curly-in-string": "error",
  "no-this-before-super": "error",
  "no-throw-literal": "error",
  "no-undef": "error",
  "no-unreachable": "error",
  "no-unused-expressions": "error",
  "no-unused-vars": "error",
  "no-use-before-define": ["error", { functions: false, variables: false }],
  "no-useless-return": "error",
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-const": "error",
  "prefer-promise-reject-errors": "error",
  radix: "error",
  "require-atomic-updates": "error",
  "use-isnan": "error",
  "valid-typeof": "error",
};

// Text reaches a page by textContent only, so that nothing in a file or a title can run.
const NO_MARKUP = ["innerHTML", "outerHTML", "insertAdjacentHTML", "srcdoc"].map((property) => ({
  property,
  message: "Set textContent, or build elements.",
}));

export default [
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["leanbreath/export/web/**/*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: globals(BROWSER) },
    rules: { ...RULES, "no-console": "error", "no-restricted-properties": ["error", ...NO_MARKUP] },
  },
  {
    files: ["tests/**/*.mjs"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: globals(NODE) },
    rules: { ...RULES, "max-lines-per-function": "off" },
  },
];
