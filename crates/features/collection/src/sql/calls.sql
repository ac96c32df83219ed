SELECT c.id, c.loan, s.loan_no, s.party, s.borrower, c.on_day, c.at, c.outcome, c.note, who.name AS by_name
