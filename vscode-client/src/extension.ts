import * as vscode from 'vscode';
import { Executable, LanguageClient, LanguageClientOptions } from 'vscode-languageclient/node';
import { lastChoice } from './choose';
import { registerFeatures } from './features';
import { javaStart } from './java';
import { Client, Restarts } from './restarts';
import { Server } from './server';
import { tellIgnored, trustOption, whenTrusted } from './trust';

const JAVA_DOWNLOAD = 'https://adoptium.net/temurin/releases/';

let client: LanguageClient | undefined;
let output: vscode.OutputChannel;
const running = new Server();

/** What starts the server, with what may help if it does not; undefined after telling the user why there is nothing to start. */
async function server(context: vscode.ExtensionContext): Promise<(Executable & { hint: string }) | undefined> {
  const settings = vscode.workspace.getConfiguration('kconfig.server');
  const launcher = settings.get<string>('path', '');
  if (launcher !== '') {
    return { command: launcher, args: ['serve', '--stdio'], hint: 'It was started by kconfig.server.path.' };
  }
  const start = javaStart(context.extensionPath, settings.get<string>('javaHome', ''));
  if (!('problem' in start)) {
    return start;
  }
  output.appendLine(start.problem);
  const choice = await vscode.window.showErrorMessage(start.problem, 'Get Java', 'Settings');
  if (choice === 'Get Java') {
    void vscode.env.openExternal(vscode.Uri.parse(JAVA_DOWNLOAD));
  } else if (choice === 'Settings') {
    void vscode.commands.executeCommand('workbench.action.openSettings', 'kconfig.server');
  }
  return undefined;
}

async function start(context: vscode.ExtensionContext): Promise<void> {
  const executable = await server(context);
  if (!executable) {
    return;
  }
  output.appendLine(`starting ${executable.command} ${(executable.args ?? []).join(' ')}`);
  const restarts = new Restarts();
  const options: LanguageClientOptions = {
    errorHandler: restarts,
    initializationFailedHandler: () => false,
    documentSelector: [{ language: 'kconfig' }, { language: 'kconfig-config' }],
    synchronize: { configurationSection: 'kconfig' },
    outputChannel: output,
    traceOutputChannel: output,
    initializationOptions: { ...vscode.workspace.getConfiguration('kconfig'), ...trustOption() },
  };
  client = new Client('kconfig', 'Kconfig', executable, options);
  try {
    await client.start();
    restarts.ready();
  } catch (error) {
    client = undefined;
    const message = `The Kconfig language server did not start; the output says why. ${executable.hint}`;
    output.appendLine(`${message} (${error})`);
    void vscode.window.showErrorMessage(message, 'Show the output').then(choice => choice && output.show());
    return;
  }
  const info = client.initializeResult?.serverInfo;
  output.appendLine(`server ready: ${info?.name} ${info?.version ?? ''}`);
  await running.started(client, () => lastChoice(context));
}

async function stop(): Promise<void> {
  const old = client;
  client = undefined;
  running.stopped();
  await old?.stop();
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  output = vscode.window.createOutputChannel('Kconfig');
  context.subscriptions.push(
    output,
    whenTrusted(() => client),
    vscode.commands.registerCommand('kconfig.showOutput', () => output.show()),
    vscode.commands.registerCommand('kconfig.showReferences', (uri: string, at: { line: number; character: number }) =>
      vscode.commands.executeCommand(
        'editor.action.findReferences', vscode.Uri.parse(uri), new vscode.Position(at.line, at.character))),
    vscode.commands.registerCommand('kconfig.restart', async () => {
      await stop();
      await start(context);
    }));
  registerFeatures(context, running);
  tellIgnored(context);
  await start(context);
}

export function deactivate(): Promise<void> {
  return stop();
}
