import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { Executable, LanguageClient, LanguageClientOptions } from 'vscode-languageclient/node';
import { lastChoice } from './choose';
import { registerFeatures } from './features';
import { findJava } from './java';
import { Server } from './server';

const JAVA_DOWNLOAD = 'https://adoptium.net/temurin/releases/';
const JAVA_FLAGS = ['-XX:+UseSerialGC', '-Xss4m', '-Xms32m', '-Xmn24m', '-Xmx768m', '-XX:SoftRefLRUPolicyMSPerMB=0',
  '-XX:MinHeapFreeRatio=5', '-XX:MaxHeapFreeRatio=15'];

let client: LanguageClient | undefined;
let output: vscode.OutputChannel;
const running = new Server();

/** What starts the server; undefined after telling the user why there is nothing to start. */
async function server(context: vscode.ExtensionContext): Promise<Executable | undefined> {
  const settings = vscode.workspace.getConfiguration('kconfig.server');
  const launcher = settings.get<string>('path', '');
  if (launcher !== '') {
    return { command: launcher, args: ['serve', '--stdio'] };
  }
  const jar = context.asAbsolutePath(path.join('dist', 'kconfig-ls.jar'));
  if (!fs.existsSync(jar)) {
    void vscode.window.showErrorMessage(
      'This extension holds no server: set kconfig.server.path to a kconfig-ls launcher.');
    return undefined;
  }
  const java = findJava(settings.get<string>('javaHome', ''));
  if (!java) {
    const choice = await vscode.window.showErrorMessage(
      'The Kconfig language server needs Java 21 or newer, and none was found.', 'Get Java', 'Settings');
    if (choice === 'Get Java') {
      void vscode.env.openExternal(vscode.Uri.parse(JAVA_DOWNLOAD));
    } else if (choice === 'Settings') {
      void vscode.commands.executeCommand('workbench.action.openSettings', 'kconfig.server');
    }
    return undefined;
  }
  return { command: java, args: [...JAVA_FLAGS, '-jar', jar, 'serve', '--stdio'] };
}

async function start(context: vscode.ExtensionContext): Promise<void> {
  const executable = await server(context);
  if (!executable) {
    return;
  }
  output.appendLine(`starting ${executable.command} ${(executable.args ?? []).join(' ')}`);
  const options: LanguageClientOptions = {
    documentSelector: [{ language: 'kconfig' }, { language: 'kconfig-config' }],
    synchronize: { configurationSection: 'kconfig' },
    outputChannel: output,
    traceOutputChannel: output,
    initializationOptions: vscode.workspace.getConfiguration('kconfig'),
  };
  client = new LanguageClient('kconfig', 'Kconfig', executable, options);
  await client.start();
  const info = client.initializeResult?.serverInfo;
  output.appendLine(`server ready: ${info?.name} ${info?.version ?? ''}`);
  await running.started(client, lastChoice(context));
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
    vscode.commands.registerCommand('kconfig.showOutput', () => output.show()),
    vscode.commands.registerCommand('kconfig.showReferences', (uri: string, at: { line: number; character: number }) =>
      vscode.commands.executeCommand(
        'editor.action.findReferences', vscode.Uri.parse(uri), new vscode.Position(at.line, at.character))),
    vscode.commands.registerCommand('kconfig.restart', async () => {
      await stop();
      await start(context);
    }));
  registerFeatures(context, running);
  await start(context);
}

export function deactivate(): Promise<void> {
  return stop();
}
