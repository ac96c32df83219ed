// Generated from the Umm al-Qura table of month lengths, 1343-1500 AH (hijridate 2.3.0, MIT; credits R.H. van Gent).
// The kernel has the same table; tests/calendar.test.ts holds both to the same cases.

export const FIRST_YEAR = 1343;
export const LAST_YEAR = 1500;

/** 1343/01/01 AH as days since 1970-01-01 (1924-08-01). */
export const FIRST_DAY = -16589;

/** One mask for a year: bit m-1 set means that month m has 30 days, clear means 29. */
const MASKS = (
  'EED 554 B45 66C 36C 0D5 9D5 B4A B15 555 9AD 56A B55 4D4 D55 64B 497 D55 555 555 D55 755 D55 555 ' +
  '555 D55 6D5 555 EA5 D2A AAA CD5 655 572 DA9 555 AAA 555 52D A6D 55A 555 74D D53 D54 556 D55 2D5 ' +
  'D55 D54 D45 655 52D A5D 55A AD5 6AA D4B 52A A57 4AE 976 56C B55 AAA A55 4AD 95D 2DA 5D9 DB2 BA4 ' +
  'B4A A55 2B5 575 B6A BD2 BC4 B89 A95 52D 5AD B6A 6D4 DC9 D92 AA6 956 2AE 56D 36A B55 AAA 94D 49D ' +
  '95D 2BA 5B5 5AA D55 A9A 92E 26E 55D ADA 6D4 6A5 54B A97 54E AAE 5AC BA9 D92 B25 64B CAB 55A B55 ' +
  '6D2 EA5 E4A A95 52D AAD 36C 759 6D2 695 52D A5B 4BA 9BA 3B4 B69 B52 AA6 4B6 96D 2EC 6D9 EB2 D54 ' +
  'D2A A56 4AE 96D D6A B54 B29 A93 52B A57 536 AB5 6AA E93'
)
  .split(' ')
  .map((mask) => parseInt(mask, 16));

/** Eight historical months fit no mask: year, month, days. */
const EXCEPTIONS = [
  [1343, 9, 28],
  [1345, 5, 31],
  [1345, 8, 28],
  [1348, 11, 31],
  [1348, 12, 28],
  [1349, 10, 28],
  [1349, 11, 31],
  [1364, 8, 28],
];

/** The lengths of the twelve months of every year of the table, from the first year on. */
export const MONTHS: readonly (readonly number[])[] = MASKS.map((mask, index) =>
  Array.from({ length: 12 }, (_, month) => {
    const exception = EXCEPTIONS.find(([year, m]) => year === FIRST_YEAR + index && m === month + 1);
    return exception ? exception[2] : mask & (1 << month) ? 30 : 29;
  }),
);
