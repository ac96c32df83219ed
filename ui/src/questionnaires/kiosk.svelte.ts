// What the screen at the desk shows while somebody else holds it: which rating, with which token. It is kept in this window
// only, and gone once it is answered or left.
export interface Held {
  request: string;
  questionnaire: string;
  token: string;
}

let held = $state.raw<Held | null>(null);

export const kiosk = {
  get held(): Held | null {
    return held;
  },
  begin(next: Held): void {
    held = next;
  },
  end(): void {
    held = null;
  },
};
