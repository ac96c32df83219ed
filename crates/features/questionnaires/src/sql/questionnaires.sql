SELECT q.id, q.no, q.purpose, q.title, q.edition, q.anonymous, q.at_closing, q.sealed, q.opens, q.closes, q.state, q.question_n,
       q.answers, n.name AS made_by_name
FROM questionnaire q
JOIN user_name n ON n.id = q.made_by
-- which, in order, one page
