INSERT INTO loan (id, loan_no, year, number, project, party, product, product_version, fund, amount, terms, purpose,
                  guarantee_kind, guarantee, guarantee_until, asked_by, asked_at, decision, decided_by, decided_at,
                  decision_note, imported)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
