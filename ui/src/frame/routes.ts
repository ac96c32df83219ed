// Where the places stand that the core leads to. The core names a screen and what is asked there; each feature says which
// address its screens have (`routes` of its manifest).
import type { Screens, Target } from '../api/generated';
import { features } from './features';
import type { Route, Routes } from './manifest';

// That no screen is missing is a test's to say (`routes.test.ts`): no single manifest knows it.
const routes = Object.assign({}, ...features.map(([, feature]) => feature.routes)) as Routes;

function partsOf<S extends keyof Screens>(target: { screen: S; asks: Screens[S] }): Route {
  return routes[target.screen](target.asks);
}

/** The address of a place the core names, as a link holds it. */
export function routeOf(target: Target): string {
  const { path, query = {} } = partsOf(target);
  const question = new URLSearchParams();
  for (const [word, value] of Object.entries(query))
    if (value) question.set(word, value === true ? '1' : String(value));
  const asked = question.toString();
  return `#/${path.map(encodeURIComponent).join('/')}${asked ? `?${asked}` : ''}`;
}

/** The screen a place belongs to: its entry of the rail counts the tasks that lead there. */
export const screenOf = (target: Target): string => partsOf(target).path[0];
