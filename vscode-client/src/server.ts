import * as vscode from 'vscode';
import { LanguageClient, Location, State } from 'vscode-languageclient/node';
import type { Choice } from './choose';
import { Requests, Status } from './protocol';
import { plain } from './text';

/** The running server as the views see it: one that may go and come again. */
export class Server {
  private client: LanguageClient | undefined;
  private readonly changed = new vscode.EventEmitter<Status | undefined>();
  /** The last status that the server told; undefined while there is none. */
  status: Status | undefined;
  readonly onStatus = this.changed.event;

  /**
   * A server runs, and will again after it has crashed; one that is too old for the views has no status.
   *
   * @param choice what the user chose last
   */
  async started(client: LanguageClient, choice: () => Choice | undefined): Promise<void> {
    this.client = client;
    client.onNotification('kconfig/statusChanged', (status: Status) => this.tell(status));
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) {
        void this.begin(client, choice());
      } else if (this.client === client) {
        this.tell(undefined);
      }
    });
    await this.begin(client, choice());
  }

  private async begin(client: LanguageClient, choice: Choice | undefined): Promise<void> {
    try {
      const status = await client.sendRequest<Status>('kconfig/status');
      this.tell(choice && !status.indexing ? await this.choose(client, choice) : status);
      if (choice && status.indexing) {
        const waiting = this.onStatus(now => {
          if (now && !now.indexing) {
            waiting.dispose();
            void this.choose(client, choice).then(chosen => this.tell(chosen), () => undefined);
          }
        });
      }
    } catch (error) {
      client.outputChannel.appendLine(`no views: ${error}`);
    }
  }

  private choose(client: LanguageClient, choice: object): Promise<Status> {
    return client.sendRequest<Status>('kconfig/choose', choice);
  }

  stopped(): void {
    this.client = undefined;
    this.tell(undefined);
  }

  private tell(status: Status | undefined): void {
    this.status = status;
    this.changed.fire(status);
  }

  /** An answer; fails with one line for people. */
  async ask<M extends keyof Requests>(method: M, params: Requests[M][0]): Promise<Requests[M][1]> {
    if (!this.client) {
      throw new Error('the Kconfig language server does not run');
    }
    return this.client.sendRequest<Requests[M][1]>(method, params);
  }

  /** An answer, or undefined after telling the user why there is none. */
  async tryAsk<M extends keyof Requests>(method: M, params: Requests[M][0]): Promise<Requests[M][1] | undefined> {
    try {
      return await this.ask(method, params);
    } catch (error) {
      void vscode.window.showWarningMessage(plain(`Kconfig: ${error instanceof Error ? error.message : error}`));
      return undefined;
    }
  }

  location(location: Location | undefined): vscode.Location | undefined {
    return location && this.client ? this.client.protocol2CodeConverter.asLocation(location) : undefined;
  }
}

/** Shows a place; a view that it is asked from may keep the focus. */
export async function show(location: vscode.Location | undefined, options: vscode.TextDocumentShowOptions): Promise<void> {
  if (location) {
    await vscode.window.showTextDocument(location.uri, { selection: location.range, ...options });
  }
}

/** The symbol that a command is about: that of a view's item, of the editor's cursor, or what the user types. */
export async function symbolOf(item: unknown): Promise<string | undefined> {
  if (typeof item === 'string') {
    return item;
  }
  const named = (item as { symbol?: unknown } | undefined)?.symbol;
  if (typeof named === 'string') {
    return named;
  }
  const editor = vscode.window.activeTextEditor;
  const range = editor?.document.getWordRangeAtPosition(editor.selection.active, /\w+/);
  const word = editor && range ? editor.document.getText(range) : '';
  return vscode.window.showInputBox({ prompt: 'Symbol', value: word, placeHolder: 'For instance USB_STORAGE' });
}
