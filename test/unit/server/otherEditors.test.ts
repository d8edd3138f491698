import assert from 'node:assert/strict';
import type { CompletionList, Diagnostic, Hover, MarkupContent } from 'vscode-languageserver-protocol';
import { connect, disconnect, smallSettings } from './harness';
import { codes, coverage, document, gap, insertAt, ours, point, uri } from './memo';

describe('server for other editors', () => {
  afterEach(disconnect);

  it('sends diagnostics to editors that do not ask for them, and takes them back', async () => {
    const client = await connect({
      capabilities: { workspace: { configuration: true } },
      configuration: smallSettings,
    });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    /** The codes last sent, once they are those of the version. */
    const sent = async (version: number | undefined): Promise<unknown[]> => {
      while (client.published.length === 0 || client.published.at(-1)?.version !== version)
        await client.next('textDocument/publishDiagnostics', uri);
      return (client.published.at(-1)?.diagnostics ?? []).map(({ code }) => code);
    };
    await client.request('policyLens/taxonomy', undefined);
    client.open(uri, gap, 'zh-policy');
    assert.deepEqual(await sent(1), ['PL101', 'PL102']);
    client.change(uri, 2, [insertAt(8, 10, '没人才。建平台，又建平台。')]);
    assert.deepEqual(await sent(2), ['PL102']);
    client.close(uri);
    assert.deepEqual(await sent(undefined), []);
  });

  it('never sends them to editors that ask', async () => {
    const client = await connect(ours);
    assert.ok(client.initialized.capabilities.diagnosticProvider);
    client.open(uri, gap, 'zh-policy');
    await codes(client);
    await coverage(client);
    assert.deepEqual(client.published, []);
  });

  it('runs without any options, in the editor’s language', async () => {
    const client = await connect({ capabilities: { textDocument: { diagnostic: {} } }, locale: 'en-GB' });
    const text =
      '# 关于人才的情况报告\n\n高层次人才短缺，骨干人才流失严重，引才难、留人难的问题突出，急需引进高层次人才和创新团队。\n';
    client.open(uri, text, 'markdown');
    const report = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', document);
    assert.match(String(report.items[0]?.message), /^The text states P1\.2 Talent gap/);
  });

  it('asks for its settings where it can, and again when they change', async () => {
    let configuration: unknown = { ...smallSettings, enable: 'never' };
    const client = await connect({
      capabilities: {
        textDocument: { diagnostic: {} },
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      },
      get configuration() {
        return configuration;
      },
    });
    client.open(uri, gap, 'zh-policy');
    await client.request('policyLens/taxonomy', undefined);
    assert.ok(client.received.includes('workspace/configuration'));
    assert.ok(client.received.includes('client/registerCapability'));
    assert.deepEqual(await codes(client), []);
    configuration = smallSettings;
    const asked = client.next('workspace/configuration');
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await asked;
    await client.request('policyLens/taxonomy', undefined);
    assert.deepEqual(await codes(client), ['PL101', 'PL102']);
  });

  it('takes settings that are pushed', async () => {
    const client = await connect({ capabilities: { textDocument: { diagnostic: {} } } });
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { policyLens: { ...smallSettings, rules: { PL102: 'off' } } },
    });
    client.open(uri, gap, 'zh-policy');
    assert.deepEqual(await codes(client), ['PL101']);
  });

  it('keeps the settings it was started with where the editor, asked or not, keeps none for it', async () => {
    const settings = { ...smallSettings, rules: { PL102: 'off' } };
    for (const configuration of [true, false]) {
      const client = await connect({
        capabilities: { textDocument: { diagnostic: {} }, workspace: { configuration } },
        initializationOptions: { settings },
      });
      client.open(uri, gap, 'zh-policy');
      const asked = configuration ? client.next('workspace/configuration') : undefined;
      // Emacs says this of itself once it is connected.
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
      await asked;
      await client.request('policyLens/taxonomy', undefined);
      assert.deepEqual(await codes(client), ['PL101']);
    }
  });

  it('takes the editor’s own section, whole, instead of what it was started with, once that is told', async () => {
    const client = await connect({
      capabilities: { textDocument: { diagnostic: {} }, workspace: { configuration: true } },
      initializationOptions: { settings: { ...smallSettings, rules: { PL102: 'off' } } },
      configuration: smallSettings,
    });
    client.open(uri, gap, 'zh-policy');
    await client.request('policyLens/taxonomy', undefined);
    assert.deepEqual(await codes(client), ['PL101']);
    const asked = client.next('workspace/configuration');
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await asked;
    await client.request('policyLens/taxonomy', undefined);
    assert.deepEqual(await codes(client), ['PL101', 'PL102']);
  });

  it('is read without marks of Markdown where the editor shows plain text only', async () => {
    const shown = async (formats: ('plaintext' | 'markdown')[]): Promise<MarkupContent[]> => {
      const client = await connect({
        capabilities: {
          textDocument: {
            hover: { contentFormat: formats },
            completion: { completionItem: { documentationFormat: formats } },
          },
        },
        initializationOptions: { settings: smallSettings },
      });
      client.open(uri, `${gap}\n针对`, 'zh-policy');
      const at = (line: number, character: number) => ({ ...document, position: point(line, character) });
      const { contents } = await client.request<Hover>('textDocument/hover', at(8, 1));
      const { items } = await client.request<CompletionList>('textDocument/completion', at(10, 2));
      return [contents, items[0]?.documentation] as MarkupContent[];
    };
    for (const { kind, value } of await shown(['plaintext'])) {
      assert.equal(kind, 'plaintext');
      assert.doesNotMatch(value, /\*\*|\\|&[a-z]+;/u);
    }
    const [hover, documentation] = await shown(['plaintext', 'markdown']);
    assert.equal(hover?.kind, 'markdown');
    assert.match(hover.value, /\*\*/u);
    assert.equal(documentation?.kind, 'markdown');
  });

  it('gives edits, not commands, and plain text where there are no snippets', async () => {
    const client = await connect({
      capabilities: { textDocument: { diagnostic: {} }, workspace: { configuration: true } },
      configuration: smallSettings,
    });
    client.open(uri, `${gap}\n针对`, 'zh-policy');
    await client.request('policyLens/taxonomy', undefined);
    const list = await client.request<CompletionList>('textDocument/completion', {
      ...document,
      position: point(10, 2),
    });
    assert.equal(list.items[0]?.insertTextFormat, 1);
    const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', document);
    const range = items[0]?.range;
    const actions = await client.request<{ command?: unknown; edit?: unknown }[]>('textDocument/codeAction', {
      ...document,
      range,
      context: { diagnostics: items },
    });
    assert.ok(actions.length > 0);
    for (const action of actions) assert.ok(action.edit && !action.command);
  });
});
