import * as vscode from 'vscode';
import { Server } from './server';
import { label } from './text';

const KEY = 'kconfig.choice';

export interface Choice { project?: string; configuration?: string }

/** What the user chose in this workspace before. */
export function lastChoice(context: vscode.ExtensionContext): Choice | undefined {
  return context.workspaceState.get<Choice>(KEY);
}

/** The command that asks for a project and then for one of the configuration files that are for it. */
export function chooseCommand(context: vscode.ExtensionContext, server: Server): vscode.Disposable {
  return vscode.commands.registerCommand('kconfig.choose', async () => {
    const project = await pickProject(server);
    if (project === undefined) {
      return;
    }
    const configuration = await pickConfiguration(server, project);
    if (configuration === undefined) {
      return;
    }
    const choice: Choice = { project, configuration: configuration === '' ? undefined : configuration };
    if (await server.tryAsk('kconfig/choose', choice)) {
      await context.workspaceState.update(KEY, choice);
    }
  });
}

async function pickProject(server: Server): Promise<string | undefined> {
  const projects = server.status?.projects ?? [];
  if (projects.length < 2) {
    return projects[0]?.id;
  }
  const active = server.status?.active;
  const items = projects.map(({ id, dialect }) => ({ id, label: label(id), description: id === active ? `${dialect}, active` : dialect }));
  items.sort((a, b) => Number(b.id === active) - Number(a.id === active));
  return (await vscode.window.showQuickPick(items, { title: 'Architecture or project', matchOnDescription: true }))?.id;
}

/** A URI; empty for none, undefined if the user wants no change. */
async function pickConfiguration(server: Server, project: string): Promise<string | undefined> {
  const found = await server.tryAsk('kconfig/configurations', { project });
  if (!found) {
    return undefined;
  }
  const items: (vscode.QuickPickItem & { uri: string })[] = [
    ...found.configurations.map(({ uri, name }) =>
      ({ label: label(name), uri, description: uri === server.status?.configuration ? 'chosen' : '' })),
    { label: '', kind: vscode.QuickPickItemKind.Separator, uri: '' },
    { label: '$(folder-opened) Another file…', uri: 'other' },
    { label: '$(circle-slash) None', description: 'no values are shown', uri: '' },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: `Configuration of ${project}` });
  if (picked?.uri !== 'other') {
    return picked?.uri;
  }
  const files = await vscode.window.showOpenDialog({ title: 'Configuration file', defaultUri: vscode.workspace.workspaceFolders?.[0]?.uri });
  return files?.[0]?.toString();
}
