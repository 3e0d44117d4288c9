import * as vscode from 'vscode';
import { Group, Link, SymbolTree } from '../protocol';
import { Server, show, symbolOf } from '../server';

/** What the symbol is, a kind of its links, or a link, which leads on in the same direction. */
type Item = { head: SymbolTree } | { group: Group } | { link: Link; relation: string; symbol: string; path: string };

/** What a symbol depends on and what depends on it, as trees to walk. */
export class SymbolView implements vscode.TreeDataProvider<Item>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Item>;
  private readonly disposables: vscode.Disposable;
  private symbol: string | undefined;
  private tree: SymbolTree | undefined;
  private version = '';

  constructor(private readonly server: Server) {
    this.view = vscode.window.createTreeView<Item>('kconfig.symbol', { treeDataProvider: this });
    this.disposables = vscode.Disposable.from(
      this.view,
      server.onStatus(status => {
        if (this.symbol && status?.version && status.version !== this.version) {
          void this.load(this.symbol);
        }
      }),
      vscode.commands.registerCommand('kconfig.openLink', (link: Link | SymbolTree) => show(server.location(link.location), { preserveFocus: true })),
      vscode.commands.registerCommand('kconfig.explainSymbol', async item => {
        const symbol = await symbolOf(item);
        if (symbol && await this.load(symbol)) {
          await vscode.commands.executeCommand('kconfig.symbol.focus');
        }
      }));
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private async load(name: string): Promise<boolean> {
    const tree = await this.server.tryAsk('kconfig/symbol', { symbol: name });
    if (!tree) {
      return false;
    }
    this.version = this.server.status?.version ?? '';
    this.symbol = tree.symbol;
    this.tree = tree;
    this.view.title = tree.symbol;
    this.view.description = tree.type;
    await vscode.commands.executeCommand('setContext', 'kconfig.hasSymbol', true);
    this.changed.fire();
    return true;
  }

  getTreeItem(item: Item): vscode.TreeItem {
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    if ('head' in item) {
      return headItem(item.head);
    }
    if ('group' in item) {
      const shown = new vscode.TreeItem(item.group.label, item.group.count > 30 ? Collapsed : Expanded);
      shown.description = `${item.group.count}`;
      shown.id = `${this.symbol} ${item.group.relation}`;
      return shown;
    }
    const { link } = item;
    const shown = new vscode.TreeItem(link.symbol, link.type ? Collapsed : vscode.TreeItemCollapsibleState.None);
    shown.id = item.path;
    shown.description = [
      link.value === undefined ? undefined : `= ${link.value}`,
      link.condition && (item.relation === 'dependsOn' || item.relation === 'neededBy' ? link.condition : `if ${link.condition}`),
      link.type ? undefined : 'not defined here',
    ].filter(Boolean).join('  ');
    shown.tooltip = [link.prompt, link.condition, link.inherited ? 'from an enclosing block' : undefined].filter(Boolean).join('\n');
    shown.iconPath = new vscode.ThemeIcon(link.inherited ? 'symbol-namespace' : 'symbol-constant');
    shown.contextValue = 'symbol';
    shown.command = { command: 'kconfig.openLink', title: 'Open', arguments: [link] };
    return shown;
  }

  async getChildren(item?: Item): Promise<Item[]> {
    if (!item) {
      return this.tree ? [{ head: this.tree }, ...this.tree.groups.map(group => ({ group }))] : [];
    }
    if ('head' in item) {
      return [];
    }
    if ('group' in item) {
      return links(item.group, `${this.symbol} ${item.group.relation}`);
    }
    const tree = await this.server.ask('kconfig/symbol', { symbol: item.symbol, relation: item.relation }).catch(() => undefined);
    return (tree?.groups ?? []).flatMap(group => links(group, item.path));
  }
}

/** The symbol itself: its prompt, its value, and why. */
function headItem(tree: SymbolTree): vscode.TreeItem {
  const shown = new vscode.TreeItem(tree.prompt ? `“${tree.prompt}”` : 'no prompt');
  shown.description = tree.explanation?.replace(/`/g, '').replace(/\n+/g, '. ');
  shown.tooltip = new vscode.MarkdownString(tree.explanation ?? 'No configuration is chosen, so there are no values.');
  shown.iconPath = new vscode.ThemeIcon('info');
  shown.command = { command: 'kconfig.openLink', title: 'Open', arguments: [tree] };
  return shown;
}

function links(group: Group, path: string): Item[] {
  return group.links.map(link => ({ link, relation: group.relation, symbol: link.symbol, path: `${path}/${link.symbol}` }));
}
