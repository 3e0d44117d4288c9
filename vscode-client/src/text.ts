const ICON = /\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/g;

/** A message without links: VS Code makes them of `[text](address)` in notifications, and they may run a command. */
export function plain(text: string): string {
  return text.replace(/\]\(/g, '] (');
}

/** A label without icons: VS Code makes them of `$(name)`, which is a macro in a prompt. */
export function label(text: string): string {
  return text.replace(ICON, '\\$($1)');
}
