// Things that float above the page: placed beside their anchor, in the top layer where the engine has one
// (so that no dialog or scrolling box cuts them off), and moved when the page scrolls under them.
import type { Attachment } from 'svelte/attachments';

type Side = 'below' | 'above';
export type Placing = { side?: Side; align?: 'start' | 'end' | 'center'; gap?: number; sameWidth?: boolean };

/** Puts `box` beside `anchor`, on the other side when there is no room, and always inside the window. */
export function place(
  box: HTMLElement,
  anchor: HTMLElement,
  { side = 'below', align = 'start', gap = 6, sameWidth = false }: Placing,
): void {
  const at = anchor.getBoundingClientRect();
  if (sameWidth) box.style.minInlineSize = `${at.width}px`;
  const { offsetWidth: width, offsetHeight: height } = box;
  const { clientWidth: pageWidth, clientHeight: pageHeight } = document.documentElement;
  const rtl = getComputedStyle(anchor).direction === 'rtl';
  const fromLeft =
    align === 'center' ? at.left + (at.width - width) / 2 : (align === 'start') === rtl ? at.right - width : at.left;
  const below = at.bottom + gap;
  const above = at.top - gap - height;
  const wantsBelow = side === 'below' ? below + height <= pageHeight - 8 || above < 8 : above < 8;
  // Left and top on purpose: both come from measured viewport coordinates, which have no reading direction.
  box.style.left = `${Math.max(8, Math.min(fromLeft, pageWidth - width - 8))}px`;
  box.style.top = `${Math.max(8, Math.min(wantsBelow ? below : above, pageHeight - height - 8))}px`;
}

/** Lifts an element into the top layer, if the engine knows it. */
export function lift(box: HTMLElement): void {
  if (typeof box.showPopover !== 'function') return;
  box.popover = 'manual';
  box.showPopover();
}

/** Attachment: keeps the element beside its anchor as long as it exists. */
export function floating(anchor: () => HTMLElement | undefined, placing: Placing = {}): Attachment<HTMLElement> {
  return (box) => {
    lift(box);
    const put = () => {
      const beside = anchor();
      if (beside) place(box, beside, placing);
    };
    put();
    const watch = new ResizeObserver(put);
    watch.observe(box);
    addEventListener('scroll', put, { capture: true, passive: true });
    addEventListener('resize', put);
    return () => {
      watch.disconnect();
      removeEventListener('scroll', put, { capture: true });
      removeEventListener('resize', put);
    };
  };
}

/** Attachment: calls `leave` when something outside the element and its anchor is pressed. */
export function outside(anchor: () => HTMLElement | undefined, leave: () => void): Attachment<HTMLElement> {
  return (box) => {
    const pressed = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!box.contains(target) && !anchor()?.contains(target)) leave();
    };
    document.addEventListener('pointerdown', pressed, true);
    return () => document.removeEventListener('pointerdown', pressed, true);
  };
}
