INSERT INTO loan_event (loan, place, on_day, kind, amount, key, content, made_by, recorded_at, method, reference, receipt,
                        payer, note, entry, imported)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
