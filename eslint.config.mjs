import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';

const EXPORTED_INTERFACE = 'ExportNamedDeclaration > TSInterfaceDeclaration';
const EXPORTED_CLASS = 'ExportNamedDeclaration > ClassDeclaration';

/** Everything a user can see: what a file exports, and the members of it that are not private. */
const PUBLIC_SYMBOLS = [
  'ExportNamedDeclaration > :matches(FunctionDeclaration, ClassDeclaration, TSInterfaceDeclaration, TSTypeAliasDeclaration, TSEnumDeclaration)',
  'ExportNamedDeclaration[declaration.type="VariableDeclaration"]',
  `${EXPORTED_INTERFACE} > TSInterfaceBody > :matches(TSPropertySignature, TSMethodSignature)`,
  // A constructor's parameters are documented in its props; an override inherits its docstring.
  `${EXPORTED_CLASS} > ClassBody > MethodDefinition[accessibility!="private"][kind!="constructor"][override!=true]`,
  `${EXPORTED_CLASS} > ClassBody > PropertyDefinition[accessibility!="private"][override!=true]`,
  `${EXPORTED_CLASS} TSParameterProperty[accessibility!="private"]`,
];

/** Words that begin a question. A docstring begins with a noun phrase or a verb: "Memory limit in bytes.", "Restarts the service when …". */
const QUESTION = '(?:What|Who|Whose|Whether|How|Where|When|Which|Why|what|who|whose|whether|how|where|when|which|why)\\b';
const NO_QUESTION = { match: `^(?!\\s*${QUESTION})`, message: 'Begin a docstring with a noun phrase or a verb, not with a question.' };

/** The parts of an issue that people read, and the place that they are shown. */
const PARTS_OF_ISSUES = '/^(place|property|problem|remedy)$/';
const READING =
  '/^(replace|replaceAll|startsWith|endsWith|split|match|matchAll|search|slice|substring|includes|indexOf|lastIndexOf|join)$/';
const TEXT_OF_ISSUES = '/^(placeText|formatIssue|formatShownIssue)$/';

/**
 * Ways to read an issue by its text. Code must look at an issue's code, or at the steps of its place: a text may be reworded at any time, and
 * code that reads it then fails silently. A selector sees only names, so a variable of another name isn't noticed.
 */
const ISSUES_READ_AS_TEXT = [
  `CallExpression[callee.property.name=${READING}][callee.object.property.name=${PARTS_OF_ISSUES}]`,
  `CallExpression[callee.property.name=${READING}][callee.object.name=${PARTS_OF_ISSUES}]`,
  `CallExpression[callee.property.name=${READING}][callee.object.object.property.name="place"]`,
  `CallExpression[callee.property.name=${READING}][callee.object.object.name="place"]`,
  `CallExpression[callee.property.name=${READING}][callee.object.callee.name=${TEXT_OF_ISSUES}]`,
  `CallExpression[callee.property.name=/^(test|exec)$/][arguments.0.property.name=${PARTS_OF_ISSUES}]`,
  `CallExpression[callee.property.name=/^(test|exec)$/][arguments.0.name=${PARTS_OF_ISSUES}]`,
  `CallExpression[callee.property.name=/^(test|exec)$/][arguments.0.callee.name=${TEXT_OF_ISSUES}]`,
].map((selector) => ({
  selector,
  message: 'Look at the code of an issue, or at the steps of its place: its text is for people, and may change.',
}));

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'coverage/', 'site/', 'cdktf.out/', '.gen/', '**/*.generated.ts'] },
  // A rule holds everywhere or is changed here, with its reason: comments in the code switch nothing off.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Enum-like classes are CDK's idiom.
      '@typescript-eslint/no-extraneous-class': ['error', { allowStaticOnly: true }],
      // JavaScript users have no types: the pure rooms look at what they were really given.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // noUncheckedIndexedAccess makes every index doubtful; a `!` means that the reason is on the lines above.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        // The values whose toString() is made for messages.
        { allowNumber: true, allow: [{ from: 'file', name: ['Duration', 'Size', 'Percent', 'SidekiqVersion'] }] },
      ],
      // Text is escaped by code point, and a code point is what the spread of a string gives.
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'String' }, 'string'] }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['lib/**/*.ts'],
    plugins: { jsdoc },
    settings: { jsdoc: { mode: 'typescript' } },
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          contexts: PUBLIC_SYMBOLS,
          require: { FunctionDeclaration: false },
          checkConstructors: false,
          enableFixer: false,
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'constructs', importNames: ['RootConstruct'], message: 'constructs has it from 10.4.2 on; ours begin at 10.3.' }],
        },
      ],
      'jsdoc/no-blank-blocks': 'error',
      'jsdoc/no-types': 'error',
      'jsdoc/check-param-names': ['error', { checkDestructured: false }],
      'jsdoc/check-tag-names': 'error',
      'jsdoc/match-description': [
        'error',
        {
          contexts: ['any'],
          mainDescription: NO_QUESTION,
          tags: {
            param: NO_QUESTION,
            returns: NO_QUESTION,
            internal: NO_QUESTION,
            default: { match: '^(?![:\u2013\u2014\\-]).+', message: 'Write `@default value`, without a dash or a colon.' },
          },
        },
      ],
      'jsdoc/require-hyphen-before-param-description': ['error', 'never', { tags: { returns: 'never' } }],
    },
  },
  {
    files: ['bin/**/*.ts', 'bench/**/*.ts', 'tools/**/*.ts'],
    plugins: { jsdoc },
    rules: { 'jsdoc/match-description': ['error', { contexts: ['any'], mainDescription: NO_QUESTION }] },
  },
  {
    // Names and type parameters are Jest's own, which ours must match to be merged.
    files: ['lib/testing/jest-types.ts', 'lib/testing/jest-globals.ts'],
    rules: {
      '@typescript-eslint/no-namespace': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
  {
    files: ['lib/**/*.ts'],
    ignores: ['lib/values/make-issue.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...ISSUES_READ_AS_TEXT,
        {
          selector:
            'ObjectExpression:has(> Property[key.name="code"]):has(> Property[key.name="problem"]):has(> Property[key.name="remedy"])',
          message: 'Make an issue with error, warning, info or issue of lib/values.',
        },
      ],
    },
  },
  {
    files: ['lib/**/index.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'Program > :not(ExportAllDeclaration, ExportNamedDeclaration[source])',
          message: 'An index only re-exports: give the declaration a file of its own.',
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // A test takes its values from JSON, or hands wrong ones over as a JavaScript user would.
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    files: ['test/errors/compile-errors.ts'],
    // What the compiler refuses is wrong on purpose.
    rules: { '@typescript-eslint/no-deprecated': 'off', '@typescript-eslint/no-unsafe-call': 'off' },
  },
  // The demo, the operator's command and the tools talk to a terminal.
  { files: ['bin/**/*.ts', 'tools/**/*.ts', 'bench/**/*.ts', 'test/hosts/**/*.ts', 'test/live/**/*.ts'], rules: { 'no-console': 'off' } },
);
