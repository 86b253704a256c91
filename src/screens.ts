import type { Component } from 'svelte';
import type { Place } from './app/router.svelte';

/** The screens that are not there from the first moment; each is a chunk of its own, kept for offline use. */
export const screens = {
  today: () => import('./features/today/Today.svelte'),
  path: () => import('./features/path/Path.svelte'),
  library: () => import('./features/library/Library.svelte'),
  charter: () => import('./features/charter/Charter.svelte'),
  me: () => import('./features/me/Me.svelte'),
  moment: () => import('./features/moment/Moment.svelte'),
  check: () => import('./features/check/Check.svelte'),
  licences: () => import('./features/licences/Licences.svelte'),
  welcome: () => import('./features/welcome/Welcome.svelte'),
} satisfies Record<Exclude<Place, 'practice'>, () => Promise<{ default: Component }>>;
