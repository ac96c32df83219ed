INSERT INTO loan_application (id, application_no, party, product, amount, instalments, project, project_name, activity, needs,
                              wishes, search_fold, state, state_on, opened_by, opened_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'draft', $13, $14, $13)
