import { Outlet } from '@tanstack/react-router';
import { LiveRegion } from '../announce.tsx';
import { PopoverLayer } from '../popover-layer.tsx';

/** What is there on every page, signed in or not. */
export function Root() {
  return (
    <PopoverLayer>
      <Outlet />
      <LiveRegion />
    </PopoverLayer>
  );
}
