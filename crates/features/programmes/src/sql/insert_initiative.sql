INSERT INTO initiative (id, initiative_no, programme, title, sector, priority, owner, finding, need, mechanism, starts, ends, people,
    state, state_since, search_fold, keeper, proposed_on, proposed_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'idea', $14, $15, $16, $14, $17)
