SELECT (SELECT count(*) FROM entry WHERE id NOT IN (SELECT entry FROM entry_seal))
    + (SELECT count(*) FROM (SELECT entry FROM line GROUP BY entry, fund HAVING sum(amount) <> 0) AS off) AS found
