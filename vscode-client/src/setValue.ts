import * as vscode from 'vscode';
import { Change } from './protocol';
import { Server, symbolOf } from './server';
import { plain } from './text';

const LEAVE_OUT = 'Leave it to the defaults';
const APPLY = 'Change the file';
const APPLY_ALL = 'Change also what it needs';

/** The command that gives a symbol another value in the chosen configuration, after showing what comes of it. */
export function setValueCommand(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand('kconfig.setValue', async item => {
    if (!server.status?.configuration) {
      await vscode.commands.executeCommand('kconfig.choose');
    }
    const symbol = server.status?.configuration && await symbolOf(item);
    const value = symbol && await askValue(server, symbol);
    if (!symbol || value === undefined) {
      return;
    }
    const params = value === LEAVE_OUT ? { symbol } : { symbol, value };
    const change = await server.tryAsk('kconfig/setValue', params);
    if (!change) {
      return;
    }
    if (!change.edit) {
      void vscode.window.showInformationMessage(plain(`Kconfig: the file says so already. ${summary(change)}`));
      return;
    }
    const answer = await vscode.window.showInformationMessage(
      plain(headline(change, value)), { modal: true, detail: plain(summary(change)) },
      APPLY, ...(change.needs.length > 0 ? [APPLY_ALL] : []));
    if (answer === APPLY_ALL) {
      for (const need of change.needs) {
        await server.tryAsk('kconfig/setValue', { ...need, apply: true });
      }
    }
    if (answer && (await server.tryAsk('kconfig/setValue', { ...params, apply: true }))?.applied) {
      await vscode.window.showTextDocument(
        vscode.Uri.parse(change.configuration), { viewColumn: vscode.ViewColumn.One, preserveFocus: true });
    }
  });
}

async function askValue(server: Server, symbol: string): Promise<string | undefined> {
  const tree = await server.tryAsk('kconfig/symbol', { symbol, relation: 'dependsOn' });
  if (!tree) {
    return undefined;
  }
  const title = `${tree.symbol}${tree.value === undefined ? '' : `, now ${tree.value}`}`;
  if (tree.type === 'bool' || tree.type === 'tristate') {
    const values = tree.type === 'bool' ? ['y', 'n'] : ['y', 'm', 'n'];
    const items = values.map(label => ({ label, description: label === tree.value ? 'now' : '' }));
    return (await vscode.window.showQuickPick([...items, { label: LEAVE_OUT, description: '' }], { title }))?.label;
  }
  return vscode.window.showInputBox({ title, value: tree.value ?? '', prompt: `A value of the type ${tree.type}, without quotes` });
}

function headline(change: Change, value: string): string {
  const wanted = value === LEAVE_OUT ? 'its default' : value;
  return change.reached
    ? `${change.symbol}: ${change.from ?? 'unknown'} → ${change.result ?? 'unknown'}`
    : `${change.symbol} would not become ${wanted}, but stay ${change.result ?? 'unknown'}`;
}

function summary(change: Change): string {
  const lines = change.obstacles.map(each => each.message.replace(/`/g, ''));
  if (change.needs.length > 0) {
    lines.push(`It could be set after ${change.needs.map(need => `${need.symbol}=${need.value}`).join(', ')}.`);
  }
  const shown = change.changes.slice(0, 12);
  if (shown.length > 0) {
    lines.push(`Also: ${shown.map(each => `${each.symbol} ${each.from ?? '?'} → ${each.to ?? '?'}`).join(', ')}`
      + (change.changes.length + change.more > shown.length ? ` and ${change.changes.length + change.more - shown.length} more` : ''));
  }
  return lines.join('\n');
}
