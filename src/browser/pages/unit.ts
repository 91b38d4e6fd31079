import { setUpEditor } from '../editing/editor.ts';

const root = document.querySelector<HTMLElement>('.unit-editor');
if (root) setUpEditor(root);
