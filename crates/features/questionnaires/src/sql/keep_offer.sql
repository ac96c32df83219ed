INSERT INTO rating_offer (request, state, since, questionnaire, way, by, on_day)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (request) DO UPDATE
SET state = excluded.state, questionnaire = excluded.questionnaire, way = excluded.way, by = excluded.by, on_day = excluded.on_day
