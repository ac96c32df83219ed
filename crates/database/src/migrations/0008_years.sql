-- What lies before a closed month is closed, too, although the books have never seen it.
CREATE TRIGGER period_lies_after_closed_ones BEFORE INSERT ON period
BEGIN
    SELECT RAISE(ABORT, 'refused: ledger.period_closed')
    WHERE EXISTS (SELECT 1 FROM period WHERE id > new.id AND state <> 'open');
END;
