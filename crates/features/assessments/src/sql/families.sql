-- Each file with its first and its last assessment by a day; a family that was measured once has no change.
SELECT s.party, p.name, f.file_no, a.score AS score_before, z.score AS score_now, a.income_total AS income_before,
       z.income_total AS income_now, z.done_on AS measured_on
FROM file_standing s
JOIN party_name p ON p.id = s.party
JOIN file_number f ON f.party = s.party
LEFT JOIN assessment a ON a.party = s.party AND a.first = 1 AND a.done_on <= $1
LEFT JOIN assessment z ON z.id = (
    SELECT l.id FROM assessment l
    WHERE l.party = s.party AND l.state = 'reviewed' AND l.done_on <= $1 AND l.id <> a.id
    ORDER BY l.done_on DESC, l.assessment_no DESC LIMIT 1
)
ORDER BY p.name, s.party
