SELECT cheque.received, entry.kind, entry.year, entry.voucher_no, entry.day, entry.counterparty, entry.reference,
    cheque.fund, fund.name AS fund_name, cheque.amount, cleared.id AS cleared, cleared.day AS cleared_on,
    EXISTS (SELECT 1 FROM entry undo WHERE undo.reverses = cheque.received) AS bounced
FROM cheque
JOIN entry ON entry.id = cheque.received
JOIN fund ON fund.id = cheque.fund
LEFT JOIN entry cleared ON cleared.id = cheque.cleared
    AND NOT EXISTS (SELECT 1 FROM entry undo WHERE undo.reverses = cheque.cleared)
WHERE $1 IS NULL OR cheque.received = $1
ORDER BY CASE WHEN cleared.id IS NULL
        AND NOT EXISTS (SELECT 1 FROM entry undo WHERE undo.reverses = cheque.received) THEN 0 ELSE 1 END,
    entry.day DESC, entry.voucher_no DESC
LIMIT $2
