-- Members with what is due for a year ($1) and what of it was paid by receipts that stand.
FROM (
    SELECT m.id, m.party, m.number, p.name, c.mobile, m.kind, m.joined_on, m.ended_on, m.ended_reason, m.due, m.paid,
           CASE WHEN m.ended_on IS NOT NULL THEN 'ended' WHEN m.due = 0 THEN 'free' WHEN m.paid >= m.due THEN 'paid'
                ELSE 'owes' END AS standing
    FROM (
        SELECT a.id, a.party, a.number, a.kind, a.joined_on, a.ended_on, a.ended_reason,
               COALESCE((SELECT d.amount FROM assembly_due d WHERE d.year = $1 AND d.kind = a.kind), 0) AS due,
               COALESCE((SELECT sum(f.amount) FROM assembly_fee f
                   WHERE f.member = a.id AND f.year = $1
                       AND NOT EXISTS (SELECT 1 FROM voucher v WHERE v.reverses = f.receipt)), 0) AS paid
        FROM assembly_member a
    ) m
    JOIN party_name p ON p.id = m.party
    JOIN party_card c ON c.id = m.party
) m
