import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Where a page, as it stands, is not for everyone: what breaks WCAG 2.2 AA, with the element. */
export async function findingsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // Elements that only guide the focus: hidden, and never left focused.
    .exclude('[data-tabster-dummy]')
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id} at ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}
