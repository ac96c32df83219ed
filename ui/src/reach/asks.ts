// The question of the list that narrows nothing.
export const asksNothing = {
  text: '',
  days: null,
  class: null,
  governorate: null,
  researcher: null,
  mine: false,
  unplanned: false,
  order: null,
  offset: 0,
};
