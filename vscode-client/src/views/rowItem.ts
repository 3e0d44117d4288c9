import * as vscode from 'vscode';
import { Row } from '../protocol';
import type { MenuItem } from './menuView';

/** How an entry of the menu looks. */
export function rowItem(row: Row, id: string, item: MenuItem): vscode.TreeItem {
  const { None, Collapsed } = vscode.TreeItemCollapsibleState;
  const shown = new vscode.TreeItem(row.prompt || row.symbol || row.kind, row.hasChildren ? Collapsed : None);
  shown.id = id;
  shown.description = [value(row), row.symbol, row.shown ? undefined : '(hidden)'].filter(Boolean).join('  ');
  shown.iconPath = icon(row);
  shown.contextValue = row.symbol ? 'symbol' : row.kind;
  shown.tooltip = [row.prompt, row.symbol && `${row.symbol} – ${row.type}`, row.shown ? undefined : 'Not visible now'].filter(Boolean).join('\n');
  shown.command = { command: 'kconfig.openEntry', title: 'Open', arguments: [item] };
  return shown;
}

function value(row: Row): string | undefined {
  if (row.value === undefined) {
    return undefined;
  }
  return row.kind === 'choice' ? `“${row.value}”` : `= ${row.type === 'string' ? JSON.stringify(row.value) : row.value}`;
}

function icon(row: Row): vscode.ThemeIcon {
  const color = row.shown ? undefined : new vscode.ThemeColor('disabledForeground');
  return new vscode.ThemeIcon(iconName(row), color);
}

function iconName(row: Row): string {
  switch (row.kind) {
    case 'menu': return 'folder';
    case 'choice': return 'list-selection';
    case 'comment': return 'comment';
  }
  switch (row.type) {
    case 'bool':
    case 'tristate':
      return row.value === 'y' ? 'pass-filled' : row.value === 'm' ? 'package' : row.value === 'n' ? 'circle-large-outline' : 'symbol-boolean';
    case 'string': return 'symbol-string';
    default: return 'symbol-number';
  }
}
