SELECT id, report_no, calendar, year, month, edition, from_day, until_day, before_from, before_until, state, summary, went_well,
       went_badly, advice, reason, prepared_by, prepared_on, frozen_at, issued_by, issued_on
FROM periodic_report
WHERE id = $1
