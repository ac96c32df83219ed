SELECT event.loan, event.place, event.on_day, event.method, event.reference, event.receipt, event.payer,
       CASE WHEN event.kind = 'repay' THEN event.amount ELSE -event.amount END AS amount,
       shelf.loan_no, shelf.party, shelf.borrower, shelf.project_name, shelf.fund,
       entry.kind AS voucher_kind, entry.year AS voucher_year, entry.voucher_no
