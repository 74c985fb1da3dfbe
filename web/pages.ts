import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';

/** The pages by folder; each is a part of its own that comes when it is opened. */
const folders = import.meta.glob<{ readonly Page: ComponentType }>('./pages/**/index.tsx');

/** Whether there is such a page, so that nothing leads to one that is not there. */
export function hasPage(name: string): boolean {
  return fileOf(name) in folders;
}

/** The component of the page in this folder of web/pages. */
export function page(name: string) {
  const load = folders[fileOf(name)];
  return lazyRouteComponent(load ?? (() => Promise.reject(new Error(`There is no page ${name}.`))), 'Page');
}

function fileOf(name: string): string {
  return `./pages/${name}/index.tsx`;
}
