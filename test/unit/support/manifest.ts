/** The manifest, as far as tests look at it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Words = Readonly<Record<string, string>>;

interface Command {
  readonly command: string;
}

interface Setting {
  readonly scope: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly enum?: readonly string[];
  readonly enumItemLabels?: readonly string[];
  readonly keywords?: readonly string[];
  readonly order: number;
}

interface Manifest {
  readonly scripts: Words;
  readonly vsce: { readonly readmePath: string };
  readonly contributes: {
    readonly colors: readonly {
      readonly id: string;
      readonly defaults: Readonly<Record<'light' | 'dark' | 'highContrast' | 'highContrastLight', string>>;
    }[];
    readonly commands: readonly Command[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly configurationDefaults: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly grammars: readonly { readonly path: string }[];
    readonly keybindings: readonly (Command & {
      readonly when?: string;
      readonly key?: string;
      readonly linux?: string;
    })[];
    readonly languages: readonly {
      readonly id: string;
      readonly extensions: readonly string[];
      readonly configuration: string;
      readonly icon: Words;
    }[];
    readonly menus: Readonly<
      Record<string, readonly (Partial<Command> & { when?: string; group?: string })[]>
    >;
    readonly snippets: readonly { readonly language: string; readonly path: string }[];
    readonly views: { readonly policyLens: readonly { readonly id: string }[] };
    readonly viewsWelcome: readonly {
      readonly view: string;
      readonly contents: string;
      readonly when: string;
    }[];
    readonly walkthroughs: readonly {
      readonly title: string;
      readonly steps: readonly {
        readonly id: string;
        readonly media: { readonly markdown: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
  };
}

export const manifestText = readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8');

export const { contributes, scripts, vsce } = JSON.parse(manifestText) as Manifest;

/** The names of our settings, without ours before them. */
export const settingNames = Object.keys(contributes.configuration.properties).map((key) =>
  key.replace('policyLens.', ''),
);
