/** A question before something that cannot be taken back: the object by name and what will happen. */
export type Question = {
  title: string;
  text: string;
  /** The word on the button: the act itself, not «yes». */
  yes: string;
  danger?: boolean;
  /** Must be typed exactly before the act is available. */
  typed?: string;
};

type Asked = Question & { answer: (yes: boolean) => void };

export const asked = $state<{ now: Asked | null }>({ now: null });

/** Asks and waits; a second question while one is open answers the first with no. Needs `<Confirm />` on the page. */
export function confirm(question: Question): Promise<boolean> {
  asked.now?.answer(false);
  return new Promise((resolve) => {
    asked.now = {
      ...question,
      answer: (yes) => {
        asked.now = null;
        resolve(yes);
      },
    };
  });
}
