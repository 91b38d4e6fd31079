const root = document.querySelector<HTMLElement>('.unit-editor');
if (root) {
  const { setUpEditor } = await import('../editing/editor.ts');
  setUpEditor(root);
}
