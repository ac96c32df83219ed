import type { Attachment } from 'svelte/attachments';
import { lift, place } from './float';

let count = 0;

/** Attachment: shows a text on hover and on focus, and has it read out with the element. Escape hides it. */
export function tooltip(text: string | undefined | null, { describe = true } = {}): Attachment<HTMLElement> {
  return (anchor) => {
    if (!text) return;
    const id = `tooltip-${++count}`;
    let box: HTMLElement | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    // The description exists before it is seen, because a screen reader reads it on focus.
    const described = document.createElement('span');
    described.id = id;
    described.hidden = true;
    described.textContent = text;
    const before = anchor.getAttribute('aria-describedby');
    if (describe) {
      anchor.after(described);
      anchor.setAttribute('aria-describedby', before ? `${before} ${id}` : id);
    }

    const show = () => {
      if (box) return;
      box = document.createElement('div');
      box.className = 'tooltip float';
      box.setAttribute('role', 'tooltip');
      box.textContent = text;
      // Beside its anchor, so that it belongs to the same part of the page and to the same dialog.
      anchor.after(box);
      lift(box);
      place(box, anchor, { side: 'above', align: 'center' });
    };
    const hide = () => {
      clearTimeout(timer);
      box?.remove();
      box = null;
    };
    const enter = () => (timer = setTimeout(show, 350));
    const focus = () => anchor.matches(':focus-visible') && show();
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && box) {
        event.stopPropagation();
        hide();
      }
    };
    anchor.addEventListener('pointerenter', enter);
    anchor.addEventListener('pointerleave', hide);
    anchor.addEventListener('pointerdown', hide);
    anchor.addEventListener('focusin', focus);
    anchor.addEventListener('focusout', hide);
    anchor.addEventListener('keydown', key);
    return () => {
      hide();
      described.remove();
      if (describe) {
        if (before) anchor.setAttribute('aria-describedby', before);
        else anchor.removeAttribute('aria-describedby');
      }
      anchor.removeEventListener('pointerenter', enter);
      anchor.removeEventListener('pointerleave', hide);
      anchor.removeEventListener('pointerdown', hide);
      anchor.removeEventListener('focusin', focus);
      anchor.removeEventListener('focusout', hide);
      anchor.removeEventListener('keydown', key);
    };
  };
}
