import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { Graph } from '../protocol';
import { Server, show, symbolOf } from '../server';

/** The picture of a symbol's graph; a click leads to the symbol, with Shift to its own graph. */
export class GraphView implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private graph: Graph | undefined;
  private depth = 1;
  private version = '';
  private readonly disposables: vscode.Disposable;

  constructor(private readonly server: Server) {
    this.disposables = vscode.Disposable.from(
      vscode.commands.registerCommand('kconfig.showGraph', async item => {
        const symbol = await symbolOf(item);
        if (symbol) {
          await this.show(symbol, 1);
        }
      }),
      server.onStatus(status => {
        if (this.panel && this.graph && status?.version && status.version !== this.version) {
          void this.show(this.graph.symbol, this.depth);
        }
      }));
  }

  dispose(): void {
    this.panel?.dispose();
    this.disposables.dispose();
  }

  private async show(symbol: string, depth: number): Promise<void> {
    const graph = await this.server.tryAsk('kconfig/graph', { symbol, depth, format: 'svg' });
    if (!graph) {
      return;
    }
    this.graph = graph;
    this.depth = depth;
    this.version = this.server.status?.version ?? '';
    this.panel ??= this.open();
    this.panel.title = `Graph: ${graph.symbol}`;
    this.panel.webview.html = page(graph, depth);
  }

  private open(): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel('kconfig.graph', 'Graph', vscode.ViewColumn.Beside, { enableScripts: true });
    panel.onDidDispose(() => (this.panel = undefined));
    panel.webview.onDidReceiveMessage((message: { symbol?: string; graph?: boolean; depth?: number }) => {
      if (message.symbol && message.graph) {
        void this.show(message.symbol, 1);
      } else if (message.symbol) {
        const node = this.graph?.nodes.find(each => each.symbol === message.symbol);
        void show(this.server.location(node?.location), { viewColumn: vscode.ViewColumn.One });
      } else if (message.depth && this.graph) {
        void this.show(this.graph.symbol, message.depth);
      }
    });
    return panel;
  }
}

/** The picture comes from the server with its text escaped; nothing but what is written here may run. */
function page(graph: Graph, depth: number): string {
  const nonce = randomBytes(16).toString('base64');
  const svg = graph.text.replace('<style>', `<style nonce="${nonce}">`);
  const depths = [1, 2, 3].map(each => `<option${each === depth ? ' selected' : ''}>${each}</option>`).join('');
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<style nonce="${nonce}">
:root { --kconfig-graph-text: var(--vscode-editor-foreground); --kconfig-graph-node: var(--vscode-editorWidget-background);
  --kconfig-graph-border: var(--vscode-editorWidget-border, currentColor); --kconfig-graph-centre: var(--vscode-focusBorder);
  --kconfig-graph-depends: var(--vscode-descriptionForeground); --kconfig-graph-selects: var(--vscode-charts-orange);
  --kconfig-graph-implies: var(--vscode-charts-purple); }
body { margin: 0; padding: 8px; }
.bar { position: sticky; left: 0; padding-bottom: 8px; color: var(--vscode-descriptionForeground); }
select { background: var(--vscode-dropdown-background); color: var(--vscode-dropdown-foreground); border: 1px solid var(--vscode-dropdown-border); }
.node { cursor: pointer; }
.node:hover rect, .node:focus rect { stroke: var(--vscode-focusBorder); stroke-width: 2; outline: none; }
.node:focus { outline: none; }
</style></head><body>
<div class="bar"><label>Steps <select id="depth">${depths}</select></label> &nbsp; Click: definition. Shift+click: its graph.</div>
${svg}
<script nonce="${nonce}">
const vscode = acquireVsCodeApi();
document.getElementById('depth').addEventListener('change', event => vscode.postMessage({ depth: Number(event.target.value) }));
document.querySelector('.node.centre')?.scrollIntoView({ block: 'center', inline: 'center' });
for (const node of document.querySelectorAll('.node')) {
  node.setAttribute('tabindex', '0');
  const go = event => vscode.postMessage({ symbol: node.dataset.symbol, graph: event.shiftKey });
  node.addEventListener('click', go);
  node.addEventListener('keydown', event => { if (event.key === 'Enter') go(event); });
}
</script></body></html>`;
}
