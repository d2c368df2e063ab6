// Stands before the script that starts the app: picks from pages of conferences first.
await window.siganpyoPicked().catch(() => undefined);
