-- A loan is found by the mobile number of its borrower, too. The number stands at the end of what is searched until the row
-- is laid anew.

UPDATE loan_shelf SET search_fold = search_fold || '|' || replace(mobile, '+966', '0') WHERE mobile <> '';
