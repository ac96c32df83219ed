SELECT loan.loan_no, loan.amount, loan.imported, loan_shelf.paid_out, loan_shelf.first_paid_out_on,
       (SELECT min(instalment.due) FROM instalment WHERE instalment.loan = loan.id) AS first_due
FROM loan
JOIN loan_shelf ON loan_shelf.loan = loan.id
ORDER BY loan.loan_no
